import { useOperation } from '../../api/operations.ts'
import { vsnap } from '../../api/queries.ts'
import { RenameForm } from '../../components/form/RenameForm.tsx'
import { volumeCan } from '@vsnap/vsnap-api/volume.rules.ts'
import type { Volume } from '@vsnap/vsnap-api/volume.ts'
import { useQuery } from '@tanstack/react-query'
import { words } from './dialog-words.tsx'

/** What every dialog of a volume gets. */
export interface DialogProps {
  readonly applianceId: string
  readonly volume: Volume
  readonly onClose: () => void
}

/** Another name for a volume (guide §8.4). */
export function RenameVolume({ applianceId, volume, onClose }: DialogProps) {
  const params = { id: volume.id }
  const update = useOperation(applianceId, 'volumeUpdate')
  const { data: list } = useQuery(vsnap(applianceId, 'volumeList'))
  return (
    <RenameForm
      what="volume"
      object={volume}
      view={vsnap(applianceId, 'volumeView', { params })}
      description={words.rename.description}
      check={(name) => volumeCan.rename(volume, name, list?.volumes ?? [])}
      update={{ error: update.error, run: (name) => update.mutateAsync({ params, body: { name } }) }}
      onClose={onClose}
    />
  )
}
