import { PageLink } from '../PageLink.tsx'
import { paths } from '../../paths.ts'
import { CopyId } from '../../ui/CopyId.tsx'
import type { End } from './relations.ts'
import { words } from './words.tsx'

const { end: says } = words

/** A volume at one end of a relationship, and where it is. */
export function EndOf({ end: { appliance, systemId, volumeId, volumeName } }: { end: End }) {
  return (
    <div className="vs-name">
      <div>
        {appliance && volumeId !== undefined ? (
          <PageLink to={paths.volume(appliance.id, volumeId)}>{volumeName ?? volumeId}</PageLink>
        ) : (
          (volumeName ?? says.unknownVolume)
        )}
      </div>
      <div className="vs-subtle">
        {appliance
          ? says.on(appliance.name)
          : systemId === undefined
            ? says.onUnknown
            : says.onForeign(<CopyId value={systemId} what="system id" />)}
      </div>
    </div>
  )
}
