import type { Action } from '../../components/actions.tsx'
import { SettingsList } from '../../components/SettingsList.tsx'
import { Bytes } from '../../ui/Bytes.tsx'
import type { Volume } from '@vsnap/vsnap-api/volume.ts'
import { words } from './page-words.tsx'
import type { VolumeAction } from './volume-actions.ts'

const { settings } = words

/** What can be changed about a volume. */
export function SettingsTab({ volume, actions }: { volume: Volume; actions: Readonly<Record<VolumeAction, Action>> }) {
  return (
    <SettingsList
      settings={[
        { title: settings.name, text: <span className="vs-name">{volume.name}</span>, action: actions.rename },
        {
          title: volume.volume_type === 'filesystem' ? settings.limit : settings.size,
          text: <Size volume={volume} />,
          action: actions.resize,
        },
        {
          title: settings.delete,
          text: whatGoes(volume),
          action: actions.delete,
        },
      ]}
    />
  )
}

function whatGoes({ volume_type: kind }: Volume): string {
  if (kind === 'filebackedlun') return settings.deleteFileBacked
  return kind === 'filesystem' ? settings.deleteFilesystem : settings.deleteLun
}

function Size({ volume: { volume_type: kind, size_total: total, size_used: used } }: { volume: Volume }) {
  if (kind === 'filebackedlun') return settings.sizeOfFile
  const now = kind === 'filesystem' ? settings.limitNow : settings.sizeNow
  return now(<Bytes value={total} none={settings.noLimit} />, <Bytes value={used} />)
}
