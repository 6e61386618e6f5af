import { isUnused } from '@vsnap/vsnap-api/disk.rules.ts'
import { diskList } from './handlers/disk.ts'
import { systemRow, type HandlerContext } from './handlers/context.ts'
import { createPool } from './handlers/pool-create.ts'

/**
 * Initialises the system (§2.2): the step into `Initializing` is taken (and kept) at once; the promise that is returned
 * resolves when it is `Ready`. When the engine fails, the system is `Not Initialized` again. To be called in its turn.
 */
export function initialize(context: HandlerContext, options: { multipool: boolean; skipPool: boolean }): Promise<void> {
  const { catalog } = context
  const wanted = { multipool: Number(options.multipool), skip_pool: Number(options.skipPool) }
  catalog.change(() => catalog.update('system', {}, { init_status: 'Initializing', ...wanted }))
  return finish(context)
}

/** Goes on with an initialisation that the end of the process interrupted; who started it has gone, and hears nothing. */
export function resumeInitialization(context: HandlerContext): void {
  if (systemRow(context).init_status === 'Initializing') finish(context).catch(() => undefined)
}

async function finish(context: HandlerContext): Promise<void> {
  const { catalog, engine, inTurn } = context
  try {
    await engine.prepare()
    await inTurn(() => firstPool(context))
    catalog.change(() => catalog.update('system', {}, { init_status: 'Ready' }))
  } catch (error) {
    catalog.change(() => catalog.update('system', {}, { init_status: 'Not Initialized' }))
    throw error
  }
}

/** One pool of all unused disks, with the largest protection that they allow; once, also after an interruption. */
async function firstPool(context: HandlerContext): Promise<void> {
  if (systemRow(context).skip_pool === 1 || context.catalog.count('pool') > 0) return
  const unused = (await diskList(context)).filter(isUnused)
  if (unused.length === 0) return
  const poolType = unused.length >= 4 ? 'raid6' : unused.length === 3 ? 'raid5' : 'raid0'
  await createPool(context, { name: 'primary', pool_type: poolType, disk_list: unused.map(({ uuid }) => uuid) })
}
