import { useRefusal } from '../../api/person.ts'
import { ActionButton } from '../../components/actions.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { FleetTable } from '../../components/table/FleetTable.tsx'
import { useDialog } from '../../components/use-dialog.ts'
import { paths } from '../../paths.ts'
import { EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core'
import { VolumeIcon } from '@patternfly/react-icons'
import { lazy, Suspense, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { NoPoolState } from './NoPoolState.tsx'
import { useStorage } from './storage.ts'
import { useRowActions } from './use-row-actions.ts'
import { kindOf, volumeColumns, type VolumeRow } from './volume-columns.tsx'
import { words } from './words.ts'

const { list } = words

// Forms load when one is opened, what many rows can have done with the first row that is chosen.
const VolumeBulk = lazy(() => import('./VolumeBulk.tsx'))
const VolumeDialogs = lazy(() => import('./VolumeDialogs.tsx'))

const kindFilter = { label: list.kind, of: kindOf }
const placeOf = (appliance: string, pool: string) => `${appliance}/${pool}`

export default function VolumesPage() {
  const [search] = useSearchParams()
  const appliance = search.get('appliance') ?? undefined
  const { pools, noPool } = useStorage(appliance)
  const refusal = useRefusal()
  const dialog = useDialog()
  const columns = useMemo(() => {
    const names = new Map(pools?.map((pool) => [placeOf(pool.appliance.id, pool.id), pool.name]))
    return volumeColumns((row: VolumeRow) => names.get(placeOf(row.appliance.id, row.pool_id ?? '')))
  }, [pools])
  const create = {
    label: words.actions.create,
    to: paths.volumeCreate({ appliance }),
    refusal: refusal('volumeCreate'),
  }
  const [onAppliance, onVolume] = dialog.on?.split('/') ?? []
  return (
    <>
      <PageHeader title={words.volumes} actions={!noPool && <ActionButton variant="primary" action={create} />} />
      <FleetTable
        resource="volume"
        name="volumes"
        label={words.volumes}
        columns={columns}
        states={kindFilter}
        bulk={VolumeBulk}
        useActions={useRowActions}
        empty={
          noPool ? (
            <NoPoolState noPool={noPool} />
          ) : (
            <EmptyState titleText={list.empty.title} headingLevel="h2" icon={VolumeIcon}>
              <EmptyStateBody>{list.empty.text}</EmptyStateBody>
              <EmptyStateFooter>
                <EmptyStateActions>
                  <ActionButton variant="primary" action={create} />
                </EmptyStateActions>
              </EmptyStateFooter>
            </EmptyState>
          )
        }
      />
      <Suspense>
        {dialog.name && onAppliance && onVolume && (
          <VolumeDialogs applianceId={onAppliance} volumeId={onVolume} dialog={dialog} />
        )}
      </Suspense>
    </>
  )
}
