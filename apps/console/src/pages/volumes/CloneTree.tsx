import { ErrorAlert } from '../../components/ErrorAlert.tsx'
import { PageLink } from '../../components/PageLink.tsx'
import { paths } from '../../paths.ts'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import type { Volume } from '@vsnap/vsnap-api/volume.ts'
import { Button } from '@patternfly/react-core'
import { AngleDownIcon, AngleRightIcon } from '@patternfly/react-icons'
import { useId, useState } from 'react'
import { words } from './page-words.tsx'
import { clonedSnapshots, useRelations, type Relations } from './relations.ts'

const { cloneTree } = words

/** What was made of a volume: its snapshots that have clones, these, and what was made of them in turn. */
export function CloneTree({ applianceId, relations }: { applianceId: string; relations: Relations }) {
  const cloned = clonedSnapshots(relations)
  const others = relations.snapshots.length - cloned.length
  return (
    <ul className="vs-tree">
      {cloned.map(({ id, name, time_created: time }) => (
        <li key={id}>
          <PageLink to={paths.snapshot(applianceId, id)} className="vs-name">
            {name}
          </PageLink>{' '}
          <span className="vs-subtle">{cloneTree.takenAt(<RelativeTime value={time} />)}</span>
          <ul className="vs-tree">
            {relations.clones
              .filter(({ snapshot_id: origin }) => origin === id)
              .map((clone) => (
                <Clone key={clone.id} applianceId={applianceId} clone={clone} />
              ))}
          </ul>
        </li>
      ))}
      {others > 0 && <li className="vs-subtle">{cloneTree.othersWithoutClones(others)}</li>}
    </ul>
  )
}

/** A clone; what was made of it is asked for when it is opened. */
function Clone({ applianceId, clone }: { applianceId: string; clone: Volume }) {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  return (
    <li>
      <Button
        variant="plain"
        size="sm"
        hasNoPadding
        aria-label={cloneTree.heard.clonesOf(clone.name)}
        aria-expanded={isOpen}
        {...(isOpen ? { 'aria-controls': id } : {})}
        icon={isOpen ? <AngleDownIcon /> : <AngleRightIcon />}
        onClick={() => setOpen(!isOpen)}
      />{' '}
      <PageLink to={paths.volume(applianceId, clone.id)} className="vs-name">
        {clone.name}
      </PageLink>{' '}
      <span className="vs-subtle">{clone.volume_type}</span>
      {isOpen && (
        <div id={id}>
          <ClonesOf applianceId={applianceId} volume={clone} />
        </div>
      )}
    </li>
  )
}

function ClonesOf({ applianceId, volume }: { applianceId: string; volume: Volume }) {
  const { data, error } = useRelations(applianceId, volume)
  if (error && !data) return <ErrorAlert error={error} />
  if (!data) return <output className="vs-tree vs-subtle">{cloneTree.looking}</output>
  if (data.clones.length === 0) return <output className="vs-tree vs-subtle">{cloneTree.none}</output>
  return <CloneTree applianceId={applianceId} relations={data} />
}
