import { PageLink } from '../../components/PageLink.tsx'
import { paths } from '../../paths.ts'
import type { protection } from '@vsnap/console-api/fleet.ts'
import type { z } from 'zod'
import { Figure, OverviewCard } from './OverviewCard.tsx'
import { words } from './words.tsx'

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
    <OverviewCard title={words.protection.title} aside={words.protection.volumes(volumes)}>
      {volumes === 0 ? (
        <p className="vs-card-calm">
          {words.protection.noVolume((text) => (
            <PageLink to={paths.volumeCreate()}>{text}</PageLink>
          ))}
        </p>
      ) : (
        <div className="vs-figures">
          <Figure
            value={noSnapshot}
            to={paths.unprotected('snapshot', { label })}
            what={words.protection.withoutSnapshot}
            heard={words.protection.heard.withoutSnapshot}
          />
          <Figure
            value={noReplica}
            to={paths.unprotected('relationship', { label })}
            what={words.protection.withoutReplica}
            heard={words.protection.heard.withoutReplica}
          />
          <Figure
            value={behind}
            to={paths.replication({ sort: '-lag' })}
            what={relationships === 0 ? words.protection.noReplica : words.protection.behind}
            heard={relationships === 0 ? words.protection.heard.noReplica : words.protection.heard.behind}
          />
        </div>
      )}
    </OverviewCard>
  )
}
