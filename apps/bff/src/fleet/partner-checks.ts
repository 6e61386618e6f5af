import type { PartnerCheck } from '@vsnap/console-api/partner-check.ts'
import type { Full } from '@vsnap/contract/endpoint.ts'
import { defaultPorts } from '@vsnap/vsnap-api/partner.rules.ts'
import { partner, type Partner } from '@vsnap/vsnap-api/partner.ts'
import type { Kysely } from 'kysely'
import { isIP } from 'node:net'
import { z } from 'zod'
import { parseAddress } from '../appliances/address.ts'
import { lookAtCertificate } from '../appliances/certificate.ts'
import type { Registry } from '../appliances/registry.ts'
import type { Collector } from '../collector/collector.ts'
import type { Database } from '../database/schema.ts'
import { createTurns } from '../turns.ts'

/** Where the addresses of partners lead, seen from the console. */
export interface PartnerChecks {
  list(): Promise<Full<PartnerCheck>[]>
}

export interface PartnerCheckDependencies {
  readonly db: Kysely<Database>
  readonly registry: Registry
  readonly collector: Pick<Collector, 'look'>
}

/** Milliseconds that what was found at an address counts; that nobody answers there may be over in a moment. */
const lasts = { somebody: 60_000, nobody: 5_000 }
/** Addresses that are looked at side by side. */
const atOnce = 8

/** Whose certificate is at an address; null: nobody answers there. */
type Look = Promise<string | null>

/**
 * Looks at addresses of partners that are appliances of the console, when somebody wants to know and each once a minute while
 * somebody answers there. Only the certificate is looked at: whoever answers there hears nothing.
 */
export function createPartnerChecks({ db, registry, collector }: PartnerCheckDependencies): PartnerChecks {
  const looks = new Map<string, { until: number; readonly look: Look }>()
  const turn = createTurns(atOnce)

  const lookAt = (host: string, port: number): Look => {
    const key = `${host} ${port}`
    const before = looks.get(key)
    if (before && Date.now() < before.until) return before.look
    const look = turn(() => lookAtCertificate({ host, port })).then(
      ({ fingerprint }) => fingerprint,
      () => {
        one.until = Date.now() + lasts.nobody
        return null
      },
    )
    const one = { until: Date.now() + lasts.somebody, look }
    looks.set(key, one)
    return look
  }
  /** The certificate that an appliance has: the pinned one, or what it shows under its own address. */
  const ownOf = (id: string): Look => {
    const connection = registry.connections().find((one) => one.id === id)
    if (!connection) return Promise.resolve(null)
    return connection.fingerprint === null
      ? lookAt(connection.host, connection.port)
      : Promise.resolve(connection.fingerprint)
  }
  const forgetOld = () => {
    for (const [key, { until }] of looks) if (Date.now() >= until) looks.delete(key)
  }

  const check = async (appliance: string, row: Partner): Promise<Full<PartnerCheck> | undefined> => {
    const known = registry.list().find(({ system_id: system }) => system === row.id)
    const where = addressOf(row)
    if (!known || !where) return undefined
    const [shown, own] = await Promise.all([lookAt(where.host, where.port), ownOf(known.id)])
    const about = { appliance, partner: row.id, other: null }
    if (shown === null) return { ...about, found: 'nobody' }
    // Nothing to compare it with: nothing is said.
    if (own === null) return undefined
    if (shown === own) return { ...about, found: 'same' }
    const whose = registry.connections().find(({ fingerprint }) => fingerprint === shown)
    return { ...about, found: 'other', other: whose ? { id: whose.id, name: whose.name } : null }
  }

  return {
    async list() {
      forgetOld()
      // Of the partners that the list shows which is asked for at the same time: that waits for those, too.
      await collector.look('partner')
      const rows = await db
        .selectFrom('fleet_rows')
        .select(['appliance_id', 'content'])
        .where('resource', '=', 'partner')
        .execute()
      const checks = rows.map(async ({ appliance_id: appliance, content }) => {
        const read = z.safeDecode(partner, JSON.parse(content) as never)
        return read.success ? check(appliance, read.data) : undefined
      })
      return (await Promise.all(checks)).filter((one) => one !== undefined)
    },
  }
}

/** Undefined for what is no address, whatever an appliance says. */
function addressOf({ address, api_port: port }: Partner): { host: string; port: number } | undefined {
  if (address == null) return undefined
  try {
    return parseAddress(`${isIP(address) === 6 ? `[${address}]` : address}:${port ?? defaultPorts.api}`)
  } catch {
    return undefined
  }
}
