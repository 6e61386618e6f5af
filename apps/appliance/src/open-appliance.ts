import { createHash } from 'node:crypto'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { networkServices } from '@vsnap/vsnap-api/network.ts'
import { settle } from './agreement.ts'
import { Catalog } from './catalog/catalog.ts'
import type { Clock } from './clock.ts'
import type { StorageEngine } from './engine/engine.ts'
import { turns, type HandlerContext } from './handlers/context.ts'
import { resumeInitialization } from './initialize.ts'
import { failInterrupted } from './replication/sessions.ts'
import { replicationState } from './replication/state.ts'
import { secretsIn } from './secrets.ts'

export interface OpenOptions {
  /** The appliance's data directory; it exists. */
  readonly dir: string
  readonly engine: StorageEngine
  readonly clock: Clock
  readonly accounts: readonly string[]
  /** The certificate that the appliance shows (PEM); empty for one that nobody calls. */
  readonly certificate: string
  /** What the system calls itself when it is made; the machine's host name when absent. */
  readonly hostname?: string | undefined
  /** The system's id when it is made: 32 hexadecimal digits. */
  readonly systemId: string
  /** Network interfaces that it has when it is made; the first one has the addresses. */
  readonly interfaces?: number | undefined
}

/**
 * Opens (or makes) the appliance in a directory: what handlers work with. Puts right what the end of a process left
 * half-done and goes on with an interrupted initialisation. Close the engine and the catalog when done.
 */
export async function openAppliance({
  dir,
  engine,
  clock,
  accounts,
  certificate,
  hostname: name,
  systemId,
  interfaces = 1,
}: OpenOptions): Promise<HandlerContext> {
  const catalog = new Catalog(join(dir, 'catalog.db'))
  catalog.change(() => {
    if (catalog.one('system')) return
    catalog.insert('system', {
      id: systemId,
      hostname: name ?? hostname(),
      init_status: 'Not Initialized',
      multipool: 0,
    })
    const digest = createHash('sha256').update(systemId).digest()
    for (let index = 0; index < interfaces; index += 1) {
      const mac = `005056${digest.toString('hex', 3 * index, 3 * index + 3)}`
      catalog.insert('network', {
        id: mac,
        name: `ens${192 + 32 * index}`,
        hw_addr: mac,
        ip4_addrs: JSON.stringify(index === 0 ? ['127.0.0.1'] : []),
        ip6_addrs: JSON.stringify(index === 0 ? ['::1'] : []),
        services: JSON.stringify(networkServices),
      })
    }
  })
  const context: HandlerContext = {
    engine,
    catalog,
    clock,
    secrets: secretsIn(dir),
    replication: replicationState(),
    self: { certificate, port: 0 },
    accounts,
    inTurn: turns(),
  }
  await settle(context)
  failInterrupted(context)
  resumeInitialization(context)
  return context
}
