import { createHash, randomBytes } from 'node:crypto'
import type { Input } from '@vsnap/contract/endpoint.ts'
import { ApiError } from '@vsnap/contract/error.ts'
import { defaultPorts, partnerCan } from '@vsnap/vsnap-api/partner.rules.ts'
import type { partnerEndpoints } from '@vsnap/vsnap-api/partner.ts'
import { all, demand, refusal } from '@vsnap/vsnap-api/verdict.ts'
import type { PartnerRow } from '../catalog/rows.ts'
import { changing, demandReady, systemRow, type HandlerContext } from '../handlers/context.ts'
import { callsTo, certificateAt, type PartnerCalls, type Remote } from './partner-calls.ts'
import { relationshipViews } from './relationship-view.ts'

/** A secret of which each side keeps what it needs: the one who shows it all of it, the other a checksum. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a secret by the one to whom it is shown. It is long and random: a plain checksum tells nothing. */
export function proofOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** @throws 404 NotFoundError. */
export function partnerRow({ catalog }: HandlerContext, id: string, field?: string): PartnerRow {
  const row = catalog.one('partner', { id })
  if (!row) throw refusal('NotFoundError', `No partner has the id ${id}.`, field)
  return row
}

/** A partner as the API has it (§12.3). */
export function partnerView({ id, address, api_port, ssh_port, time_created, time_updated }: PartnerRow) {
  return { id, address, api_port, ssh_port, time_created, time_updated }
}

/** Talks to a partner; what it refuses is told as its words. `at`: another address than the one for management. */
export async function withPartner<R>(
  context: HandlerContext,
  partner: PartnerRow,
  work: (calls: PartnerCalls) => Promise<R>,
  at: string = partner.address,
): Promise<R> {
  const { id, certificate, secret, api_port: port } = partner
  const password = context.secrets.open(secret, id)
  const calls = callsTo({ address: at, port, certificate, user: systemRow(context).id, password })
  try {
    return await work(calls)
  } catch (error) {
    throw saidBy(partner, error)
  } finally {
    calls.close()
  }
}

/** An error of a partner, so that it is not taken for one of this system. */
function saidBy({ address, api_port }: Pick<PartnerRow, 'address' | 'api_port'>, error: unknown): unknown {
  if (!(error instanceof ApiError) || /^Partner(Unreachable|Certificate)Error$/.test(error.type)) return error
  const who = `${address}:${api_port}`
  if (error.status === 401) {
    const way = 'Add it again; or remove it, and its relationships go here, while volumes stay.'
    return refusal('PartnerCredentialsError', `${who} does not know this system as its partner any more. ${way}`)
  }
  const message = `The partner ${who} says: ${error.message}`
  if (error.status >= 500) return refusal('PartnerRefusedError', message)
  return new ApiError(error.status, error.type, message, error.details)
}

/** Adds a partner (§12.1); both sides know each other afterwards, or neither. */
export async function addPartner(
  context: HandlerContext,
  wanted: Input<(typeof partnerEndpoints)['partnerCreate']>['body'],
): Promise<PartnerRow> {
  demand(
    all(
      partnerCan.address(wanted.remote_addr, 'remote_addr'),
      wanted.local_addr == null ? { ok: true } : partnerCan.address(wanted.local_addr, 'local_addr'),
      ...(['remote_api_port', 'local_api_port', 'remote_ssh_port', 'local_ssh_port'] as const).map((field) =>
        partnerCan.port(wanted[field], field),
      ),
    ),
  )
  demandReady(context)
  const { joining } = context.replication
  const where = { address: wanted.remote_addr, port: wanted.remote_api_port ?? defaultPorts.api }
  const remote: Remote = {
    ...where,
    certificate: await certificateAt(where),
    user: wanted.remote_user,
    password: wanted.remote_pass,
  }
  const calls = callsTo(remote)
  const there = (error: unknown): never => {
    throw refusedBy(remote, error)
  }
  try {
    const { id } = await calls.api.systemView().catch(there)
    await demandNew(context, id)
    if (joining.has(id)) throw refusal('InUseError', 'That system is being made a partner by another call just now.')
    const secret = newSecret()
    joining.set(id, proofOf(secret))
    try {
      const body = {
        id: systemRow(context).id,
        address: wanted.local_addr ?? null,
        api_port: wanted.local_api_port ?? context.self.port,
        ssh_port: wanted.local_ssh_port ?? defaultPorts.ssh,
        certificate: context.self.certificate,
        secret,
      }
      const { secret: ours } = await calls.peer.peerJoin({ body }).catch(there)
      return await changing(context, async () => {
        const ssh_port = wanted.remote_ssh_port ?? defaultPorts.ssh
        const { address, port: api_port, certificate } = remote
        return keepPartner(context, { id, address, api_port, ssh_port, certificate, ours, theirs: secret })
      })
    } finally {
      joining.delete(id)
    }
  } finally {
    calls.close()
  }
}

/**
 * A partner is added once; again only when it cannot be talked to any more as it was: it has moved, or got another
 * certificate, or lost what it knew. Who knows its account then vouches for it anew.
 */
async function demandNew(context: HandlerContext, id: string): Promise<void> {
  const partners = context.catalog.all('partner')
  const known = partners.find((partner) => partner.id === id)
  const answers = known && (await withPartner(context, known, ({ peer }) => peer.peerGreet()).catch(() => undefined))
  const others = known && answers?.id !== id ? partners.filter((each) => each !== known) : partners
  demand(partnerCan.add(id, systemRow(context).id, others.map(partnerView)))
}

/** Notes a partner, or what has changed of it. To be called in its turn. */
export function keepPartner(
  { catalog, clock, secrets }: HandlerContext,
  partner: Pick<PartnerRow, 'id' | 'address' | 'api_port' | 'ssh_port' | 'certificate'> & {
    /** The secret that this system shows to the partner, and the one that the partner shows here. */
    readonly ours: string
    readonly theirs: string
  },
): PartnerRow {
  const { ours, theirs, ...facts } = partner
  const now = clock.now()
  const row = { ...facts, secret: secrets.seal(ours, facts.id), proof: proofOf(theirs), time_updated: now }
  return catalog.change(() => {
    const known = catalog.one('partner', { id: facts.id })
    if (known) catalog.update('partner', { id: facts.id }, row)
    else catalog.insert('partner', { ...row, time_created: now })
    return { ...row, time_created: known?.time_created ?? now }
  })
}

/** What the remote system refused, about the account that was given for it. */
function refusedBy({ address, port }: Remote, error: unknown): unknown {
  if (!(error instanceof ApiError)) return error
  const who = `${address}:${port}`
  if (error.status === 401) {
    return refusal('PartnerCredentialsError', `${who} refuses the user or the password.`, 'remote_pass')
  }
  if (error.type === 'UnexpectedAnswerError') {
    return refusal('PartnerRefusedError', `${who} does not answer as a vSnap system does.`, 'remote_addr')
  }
  if (error.type === 'NotFoundError' && error.message.includes('There is nothing at')) {
    return refusal(
      'PartnerRefusedError',
      `${who} is a vSnap system that cannot replicate with this one.`,
      'remote_addr',
    )
  }
  if (/^Partner(Unreachable|Certificate)Error$/.test(error.type)) return error
  return new ApiError(error.status >= 500 ? 409 : error.status, error.type, `${who} says: ${error.message}`)
}

/**
 * Ends a partnership on both sides (§12.4). Not while relationships stand; but when the partner does not answer, or does
 * not know this system any more, what is here goes with it.
 */
export async function removePartner(context: HandlerContext, id: string): Promise<void> {
  const partner = partnerRow(context, id)
  const related = () => relationshipViews(context, { partner_id: id })
  const answers = await withPartner(context, partner, ({ peer }) => peer.peerGreet()).then(
    () => true,
    (error: unknown) => {
      if (error instanceof ApiError && /^Partner(Unreachable|Credentials|Certificate)Error$/.test(error.type))
        return false
      throw error
    },
  )
  demand(partnerCan.delete(partnerView(partner), related(), answers))
  if (answers) await withPartner(context, partner, ({ peer }) => peer.peerLeave())
  await changing(context, async () => {
    demand(partnerCan.delete(partnerView(partner), related(), answers))
    context.catalog.change(() => context.catalog.delete('partner', { id }))
  })
}
