import type { Catalog } from './catalog/catalog.ts'
import type { IntentRow } from './catalog/rows.ts'
import { accessOf, exportOf } from './catalog/access.ts'
import type { StorageEngine } from './engine/engine.ts'

/** The two that have to agree. */
export interface Both {
  readonly engine: StorageEngine
  readonly catalog: Catalog
}

/** What a change does to an object: exports are known by the key of their dataset, hosts by their id. */
export type Intent = Pick<IntentRow, 'kind' | 'key' | 'what'>

/**
 * Makes one change in the engine and in the catalog, so that they agree whatever fails or dies half-way: first it is
 * noted what is about to be done to which object, then the engine does it, then the catalog, and with it the note goes.
 * When the engine fails, everything that it did before is put back to what the catalog says, and nothing has changed.
 * @throws what the engine or the catalog threw.
 */
export async function inBoth<R>(
  both: Both,
  intents: readonly Intent[],
  change: { readonly engine: () => Promise<void>; readonly catalog: () => R },
): Promise<R> {
  const { catalog } = both
  const noted = catalog.change(() => intents.map((intent) => ({ ...intent, id: catalog.insert('intent', intent) })))
  const forget = () => noted.forEach(({ id }) => catalog.delete('intent', { id }))
  let engineHasDone = false
  try {
    await change.engine()
    engineHasDone = true
    return catalog.change(() => {
      const result = change.catalog()
      forget()
      return result
    })
  } catch (error) {
    try {
      for (const intent of noted) if (engineHasDone || intent.what !== 'deleting') await agree(both, intent)
      catalog.change(forget)
    } catch {
      // The notes stay: the next start puts right what could not be put right now.
    }
    throw error
  }
}

/** Puts right what the end of a process left half-done: what was being deleted goes, everything else is as the catalog says. */
export async function settle(both: Both): Promise<void> {
  const { catalog } = both
  const intents = catalog.all('intent')
  for (const what of ['deleting', 'making', 'changing'] as const) {
    for (const intent of intents.filter((each) => each.what === what)) {
      await agree(both, intent)
      catalog.change(() => catalog.delete('intent', { id: intent.id }))
    }
  }
}

async function agree(both: Both, { kind, key, what }: Intent): Promise<void> {
  const { engine, catalog } = both
  if (what === 'changing') return put(both, kind, key)
  if (kind === 'export' || kind === 'host') throw new Error(`An ${kind} is changed, not made or deleted.`)
  const table = kind === 'dataset' ? 'volume' : kind
  if (what === 'making' && catalog.one(table, { key })) return
  if (kind === 'pool') await engine.destroyPool(key)
  else if (kind === 'dataset') await engine.destroyDataset(key)
  else await engine.destroySnapshot(key)
  catalog.change(() => {
    if (kind === 'pool') catalog.delete('volume', { pool_id: catalog.one('pool', { key })?.id ?? 0 })
    catalog.delete(table, { key })
  })
}

/** Lets the engine have what the catalog says of an object that both have. */
async function put({ engine, catalog }: Both, kind: Intent['kind'], key: string): Promise<void> {
  if (kind === 'export') {
    if (catalog.one('volume', { key })) await engine.export(key, exportOf(catalog, key))
  } else if (kind === 'host') {
    await engine.present(key, accessOf(catalog, Number(key)))
  } else if (kind === 'dataset') {
    const row = catalog.one('volume', { key })
    if (row) await engine.resizeDataset(key, row.size_total)
  } else if (kind === 'pool') {
    const row = catalog.one('pool', { key })
    if (!row) return
    const { compression, deduplication, syncwrite } = row
    const properties = { compression: compression === 1, deduplication: deduplication === 1 }
    await engine.setPoolProperties(key, { ...properties, syncwrite: syncwrite === 1 })
  }
}
