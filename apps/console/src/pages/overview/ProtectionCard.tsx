import { PageLink } from '../../components/PageLink.tsx'
import { paths } from '../../paths.ts'
import type { protection } from '@vsnap/console-api/fleet.ts'
import type { z } from 'zod'
import { Figure, OverviewCard } from './OverviewCard.tsx'

type Protection = z.output<typeof protection>

/** What is unprotected? Each number opens its list. */
export function ProtectionCard({
  protection: { volumes, without_snapshot: noSnapshot, without_relationship: noReplica, relationships, behind },
  label,
}: {
  protection: Protection
  /** Of the appliances with this label only. */
  label: string | undefined
}) {
  return (
    <OverviewCard title="Protection" aside={`${volumes.toLocaleString('en')} ${volumes === 1 ? 'volume' : 'volumes'}`}>
      {volumes === 0 ? (
        <p className="vs-card-calm">
          No volume yet. <PageLink to={paths.volumeCreate()}>Create a volume</PageLink> to keep backups in.
        </p>
      ) : (
        <div className="vs-figures">
          <Figure value={noSnapshot} to={paths.unprotected('snapshot', { label })} what="without a snapshot in 24 h" />
          <Figure value={noReplica} to={paths.unprotected('relationship', { label })} what="without a replica" />
          <Figure
            value={behind}
            to={paths.replication({ sort: '-lag' })}
            what={relationships === 0 ? 'replicas behind: there is none' : 'replicas behind their target'}
          />
        </div>
      )}
    </OverviewCard>
  )
}
