import type { Action } from '../../components/actions.tsx'
import { SettingsList } from '../../components/SettingsList.tsx'
import { Bytes } from '../../ui/Bytes.tsx'
import type { Volume } from '@vsnap/vsnap-api/volume.ts'
import type { VolumeAction } from './volume-actions.ts'

/** What can be changed about a volume. */
export function SettingsTab({ volume, actions }: { volume: Volume; actions: Readonly<Record<VolumeAction, Action>> }) {
  return (
    <SettingsList
      settings={[
        { title: 'Name', text: <span className="vs-name">{volume.name}</span>, action: actions.rename },
        {
          title: volume.volume_type === 'filesystem' ? 'Limit' : 'Size',
          text: <Size volume={volume} />,
          action: actions.resize,
        },
        {
          title: 'Delete this volume',
          text: whatGoes(volume),
          action: actions.delete,
        },
      ]}
    />
  )
}

function whatGoes({ volume_type: kind }: Volume): string {
  if (kind === 'filebackedlun') return 'Its hosts lose the disk.'
  return `Its data goes for good, and with it its snapshots and its ${kind === 'filesystem' ? 'share' : 'mappings to hosts'}.`
}

function Size({ volume: { volume_type: kind, size_total: total, size_used: used } }: { volume: Volume }) {
  if (kind === 'filebackedlun') return 'That of its backing file.'
  return (
    <>
      <Bytes value={total} none="No limit" />, <Bytes value={used} /> used.{' '}
      {kind === 'filesystem' ? 'A limit can be larger, smaller, or none.' : 'A lun can only become larger.'}
    </>
  )
}
