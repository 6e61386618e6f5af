import { PageHeader } from '../../components/PageHeader.tsx'
import { ErrorAlert } from '../../components/ErrorAlert.tsx'
import { paths } from '../../paths.ts'
import { Button, Skeleton } from '@patternfly/react-core'
import { lazy, useState } from 'react'
import { useSearchParams } from 'react-router'
import { words } from './create-words.tsx'
import { NoPoolState } from './NoPoolState.tsx'
import { useStorage } from './storage.ts'
import { CreateWizard, type First } from './CreateWizard.tsx'
import { LikeWizard } from './LikeWizard.tsx'

const CloneWizard = lazy(() => import('./CloneWizard.tsx'))

/** Create a volume: `?appliance=&pool=` begin with a pool, `&like=` with what a volume of that appliance is; with `?snapshot=` it becomes a clone of that snapshot. */
export default function VolumeCreatePage() {
  const [search] = useSearchParams()
  const appliance = search.get('appliance') ?? undefined
  const snapshot = search.get('snapshot')
  if (appliance !== undefined && snapshot !== null) return <CloneWizard applianceId={appliance} snapshotId={snapshot} />
  return (
    <>
      <PageHeader title={words.title} trail={[{ text: words.volumes, to: paths.volumes() }]} />
      <Storage first={{ appliance, pool: search.get('pool') ?? undefined }} like={search.get('like')} />
    </>
  )
}

/** The wizard, once it is known which pools there are; where there is none, what helps. */
function Storage({ first, like }: { first: First; like: string | null }) {
  const { pools, noPool, error: fleetError, refetch } = useStorage(undefined)
  // With an appliance in mind, that one is explained and not the fleet.
  const narrowed = useStorage(first.appliance)
  const why = noPool ?? narrowed.noPool
  const error = fleetError ?? narrowed.error
  // The last pool may go while somebody fills in: what was typed stays, and the appliance's words with it.
  const [isOpen, setOpen] = useState(false)
  const isKnown = pools !== undefined && narrowed.pools !== undefined
  if (isKnown && !why && !isOpen) setOpen(true)
  if (why && !isOpen) return <NoPoolState noPool={why} />
  if (pools && (isKnown || isOpen)) {
    const wizard = { pools, first }
    return first.appliance === undefined || like === null ? (
      <CreateWizard {...wizard} />
    ) : (
      <LikeWizard {...wizard} applianceId={first.appliance} like={like} />
    )
  }
  if (!error) return <Skeleton height="26rem" screenreaderText={words.loading} />
  return (
    <ErrorAlert
      error={error}
      actions={
        <Button variant="link" isInline onClick={() => void refetch()}>
          {words.tryAgain}
        </Button>
      }
    />
  )
}
