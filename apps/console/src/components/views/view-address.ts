import { paths, withSearch } from '../../paths.ts'
import type { View, ViewedResource } from '@vsnap/console-api/view.ts'

const lists: Readonly<Record<ViewedResource, string>> = {
  appliance: paths.appliances(),
  pool: paths.pools(),
  volume: paths.volumes(),
  snapshot: paths.snapshots(),
  share: paths.shares(),
  host: paths.hosts(),
}

/** A list's address with a view's question in it. */
export function viewAddress({ id, resource, filters, columns, sort, group }: View): string {
  const { appliance, label, q, status } = filters
  return withSearch(lists[resource], {
    appliance: appliance ?? undefined,
    label: label ?? undefined,
    q,
    status,
    sort: sort ?? undefined,
    group: group ?? undefined,
    columns: columns?.join(','),
    view: id,
  })
}

/** What a list asks now, as its address has it. */
export function questionOf(search: URLSearchParams): Pick<View, 'filters' | 'sort' | 'group'> {
  return {
    filters: {
      appliance: search.get('appliance'),
      label: search.get('label'),
      q: search.get('q') ?? '',
      status: search.getAll('status').filter((state) => state !== ''),
    },
    sort: search.get('sort'),
    group: search.get('group'),
  }
}
