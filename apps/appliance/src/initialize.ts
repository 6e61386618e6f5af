import { isUnused } from '@vsnap/vsnap-api/disk.rules.ts'
import { diskList } from './handlers/disk.ts'
import { systemRow, type HandlerContext } from './handlers/context.ts'
import { createPool } from './handlers/pool-create.ts'

/** Seconds that an initialisation takes: formatting, services, certificates on a real one. */
const duration = 3

/**
 * Initialises the system (§2.2): the step into `Initializing` is taken (and kept) at once; the promise that is returned
 * resolves when it is `Ready`. To be called in its turn.
 */
export function initialize(context: HandlerContext, options: { multipool: boolean; skipPool: boolean }): Promise<void> {
  const { catalog, clock } = context
  catalog.change(() =>
    catalog.update(
      'system',
      {},
      {
        init_status: 'Initializing',
        multipool: Number(options.multipool),
        skip_pool: Number(options.skipPool),
        ready_at: clock.now() + duration,
      },
    ),
  )
  return finish(context, duration)
}

/** Goes on with an initialisation that the end of the process interrupted. */
export function resumeInitialization(context: HandlerContext): void {
  const { init_status: status, ready_at: readyAt } = systemRow(context)
  if (status === 'Initializing') void finish(context, Math.max(0, (readyAt ?? 0) - context.clock.now()))
}

async function finish(context: HandlerContext, seconds: number): Promise<void> {
  await context.clock.sleep(seconds)
  const { catalog, inTurn } = context
  await inTurn(async () => {
    const { skip_pool: skipPool } = systemRow(context)
    const unused = diskList(context).filter(isUnused)
    // The largest protection that the disks allow; a pool that was made before an interruption is not made again.
    if (skipPool === 0 && unused.length > 0 && catalog.count('pool') === 0) {
      const poolType = unused.length >= 4 ? 'raid6' : unused.length === 3 ? 'raid5' : 'raid0'
      await createPool(context, { name: 'primary', pool_type: poolType, uuids: unused.map(({ uuid }) => uuid) })
    }
    catalog.change(() => catalog.update('system', {}, { init_status: 'Ready', ready_at: null }))
  })
}
