import type { Catalog } from '../catalog/catalog.ts'
import { poolKey, volumeKey } from './engine.ts'

export interface Contents {
  readonly volumes: number
  readonly snapshots: number
}

const hour = 3600
const sites = ['finance', 'mail', 'web', 'hr', 'build', 'archive', 'lab', 'erp'] as const

/** Fills the catalog of the appliance with this number: a pool, volumes, their hourly snapshots, some shares and hosts. */
export function fill(catalog: Catalog, number: number, { volumes, snapshots }: Contents, now: number): void {
  const each = Math.floor(snapshots / volumes)
  const times = { time_created: now - each * hour, time_updated: now - each * hour }
  catalog.change(() => {
    const properties = { compression: 1, deduplication: 0, syncwrite: 1 }
    const pool_id = catalog.insert('pool', { key: poolKey, name: 'tank', pool_type: 'raid6', ...properties, ...times })
    for (let n = 0; n < volumes; n++) {
      const name = `${sites[(n + number) % sites.length]}-${String(n).padStart(3, '0')}`
      const volume_id = catalog.insert('volume', {
        key: volumeKey(n),
        name,
        volume_type: n % 5 === 4 ? 'lun' : 'filesystem',
        serial: `5a4c${String(number).padStart(4, '0')}${String(n).padStart(8, '0')}`,
        pool_id,
        size_total: 2 ** 40,
        ...times,
      })
      for (let s = 0; s < each; s++) {
        const made = now - (each - s) * hour - ((n * 37 + number) % hour)
        const stamp = new Date(made * 1000).toISOString().replaceAll(/[-:]|\.\d+/g, '')
        catalog.insert('snapshot', {
          key: `${n}/${s}`,
          name: `${name}-${stamp}`,
          volume_id,
          time_created: made,
          time_updated: made,
        })
      }
      if (n % 10 === 0)
        catalog.insert('share', {
          volume_id,
          name: `/vsnap/vpool1/${name}`,
          share_type: 'nfs',
          read_only: 0,
          allowed_hosts: '["10.0.0.0/8"]',
          ...times,
        })
    }
    for (let n = 0; n < 3; n++) {
      const iqn = `iqn.1994-05.com.redhat:${number}-${n}`
      catalog.insert('host', { name: `host-${number}-${n}`, iqns: JSON.stringify([iqn]), ...times })
    }
  })
}
