import type { Action } from '../../components/actions.tsx'
import { SettingsList, type Setting } from '../../components/SettingsList.tsx'
import type { Auxiliary } from '@vsnap/vsnap-api/pool.rules.ts'
import type { Pool } from '@vsnap/vsnap-api/pool.ts'
import type { PoolAction } from './pool-actions.ts'

const onOff = (value: boolean | null | undefined) =>
  value === undefined || value === null ? 'unknown' : value ? 'on' : 'off'

/** What can be changed about a pool. */
export function SettingsTab({ pool, actions }: { pool: Pool; actions: Readonly<Record<PoolAction, Action>> }) {
  const count = (use: Auxiliary) => pool.disks?.[use]?.length ?? 0
  const extra = (title: string, use: Auxiliary, does: string): Setting => ({
    title,
    text: `${count(use) === 0 ? 'None.' : `${count(use)} ${count(use) === 1 ? 'disk' : 'disks'}.`} ${does}`,
    action: count(use) === 0 ? actions[`add-${use}`] : actions[`remove-${use}`],
  })
  return (
    <SettingsList
      settings={[
        { title: 'Name', text: <span className="vs-name">{pool.name}</span>, action: actions.rename },
        {
          title: 'Options',
          text: `Compression ${onOff(pool.compression)}, deduplication ${onOff(pool.deduplication)}, synchronous writes ${onOff(pool.syncwrite)}.`,
          action: actions.options,
        },
        { title: 'Capacity', text: 'More disks become further groups of the same type.', action: actions.expand },
        extra('Log', 'log', 'Fast disks of its own for synchronous writes; two are mirrored.'),
        extra('Cache', 'cache', 'A fast disk for what is read again and again.'),
        extra('Spares', 'spare', 'Take the place of a disk that fails, by themselves.'),
        ...(count('spare') > 0
          ? [{ title: 'More spares', text: 'Another disk that waits for a failure.', action: actions['add-spare'] }]
          : []),
        {
          title: 'Delete this pool',
          text: 'Everything in it goes for good: volumes, snapshots, clones, shares.',
          action: actions.delete,
        },
      ]}
    />
  )
}
