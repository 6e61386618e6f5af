import { PageLink } from '../PageLink.tsx'
import { paths } from '../../paths.ts'
import { CopyId } from '../../ui/CopyId.tsx'
import type { End } from './relations.ts'

/** A volume at one end of a relationship, and where it is. */
export function EndOf({ end: { appliance, systemId, volumeId, volumeName } }: { end: End }) {
  return (
    <div className="vs-name">
      <div>
        {appliance && volumeId !== undefined ? (
          <PageLink to={paths.volume(appliance.id, volumeId)}>{volumeName ?? volumeId}</PageLink>
        ) : (
          (volumeName ?? 'a volume')
        )}
      </div>
      <div className="vs-subtle">
        on{' '}
        {appliance ? (
          appliance.name
        ) : systemId === undefined ? (
          'an unknown system'
        ) : (
          <>
            a system that this console does not know <CopyId value={systemId} what="system id" />
          </>
        )}
      </div>
    </div>
  )
}
