import type { Export, HostAccess } from '../engine/engine.ts'
import type { Catalog } from './catalog.ts'
import type { HostRow, MappingRow, ShareRow } from './rows.ts'

/** How the filesystem with this key is shared, for the engine; null when it is not. */
export function exportOf(catalog: Catalog, key: string): Export | null {
  const volume = catalog.one('volume', { key })
  const share = volume && catalog.one('share', { volume_id: volume.id })
  return share ? sharedAs(share) : null
}

/** A share as the engine has it. */
export function sharedAs(share: Pick<ShareRow, 'name' | 'share_type' | 'read_only' | 'allowed_hosts'>): Export {
  const { name, share_type, read_only, allowed_hosts } = share
  if (share_type === 'smb') return { type: 'smb', name }
  return { type: 'nfs', name, read_only: read_only === 1, allowed_hosts: JSON.parse(allowed_hosts) as string[] }
}

/** What the host with this id sees, for the engine; null when that is nothing. */
export function accessOf(catalog: Catalog, id: number): HostAccess | null {
  const host = catalog.one('host', { id })
  return host ? accessWith(catalog, host, catalog.all('mapping', { host_id: id })) : null
}

/** What a host sees when these are its mappings; null when that is nothing. */
export function accessWith(
  catalog: Catalog,
  host: Pick<HostRow, 'iqns'>,
  mappings: readonly MappingRow[],
): HostAccess | null {
  if (mappings.length === 0) return null
  const luns = mappings.flatMap(({ lun, volume_id }) => {
    const volume = catalog.one('volume', { id: volume_id })
    const holder = volume?.parent_id == null ? volume : catalog.one('volume', { id: volume.parent_id })
    if (!volume || !holder) return []
    return [{ number: lun, serial: volume.serial, dataset: holder.key, path: volume.parent_path }]
  })
  return { initiators: JSON.parse(host.iqns) as string[], luns }
}
