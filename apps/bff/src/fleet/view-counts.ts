import { applianceStateWord, shownStateOf } from '@vsnap/console-api/appliance.ts'
import type { View } from '@vsnap/console-api/view.ts'
import type { Kysely } from 'kysely'
import type { Registry } from '../appliances/registry.ts'
import { undisturbed } from '../database/undisturbed.ts'
import type { Database } from '../database/schema.ts'
import { narrowed } from './narrowed.ts'

/** How many rows a view has, as its list shows them. */
export async function countOf(db: Kysely<Database>, registry: Registry, { resource, filters }: View): Promise<number> {
  const { label, q, status } = filters
  const appliance = filters.appliance ?? undefined
  const known = registry.list().filter(({ labels }) => label === null || labels.includes(label))
  if (resource === 'appliance') {
    const text = q.trim().toLocaleLowerCase('en')
    return known.filter((one) => {
      const word = applianceStateWord(one)
      const texts = [one.name, word, one.url, one.vsnap_version ?? '', one.username, one.labels.join(' ')]
      const isFound = texts.some((each) => each.toLocaleLowerCase('en').includes(text))
      return isFound && (status.length === 0 || status.includes(shownStateOf(one)))
    }).length
  }
  const names = new Map(known.map(({ id, name }) => [id, name]))
  if (appliance !== undefined && !names.has(appliance)) return 0
  const wanted = { appliance, q, states: status, ...(label === null ? {} : { among: [...names.keys()] }) }
  const { total } = await undisturbed(db, (on) => narrowed(on, resource, names, wanted))
  return total
}
