import { useOperation } from '../../api/operations.ts'
import { useRefusal } from '../../api/person.ts'
import { ActionButton } from '../../components/actions.tsx'
import { ChoiceField } from '../../components/form/choices.tsx'
import { ErrorAlert } from '../../components/ErrorAlert.tsx'
import { isUnused } from '@vsnap/vsnap-api/disk.rules.ts'
import type { Disk } from '@vsnap/vsnap-api/disk.ts'
import { poolLayout, raid, type Layout } from '@vsnap/vsnap-api/pool.layout.ts'
import { poolTypes } from '@vsnap/vsnap-api/pool.ts'
import type { UseFormReturn } from 'react-hook-form'
import { DisksField } from './DisksField.tsx'
import { GroupPicture, LayoutFacts, layoutGroups } from './LayoutPicture.tsx'
import type { CreateValues } from './pool-create.tsx'
import { diskTitle } from './pool-groups.ts'

const words = {
  raid0: 'All of the capacity. One disk that fails takes everything with it.',
  raid5: 'One disk of a group may fail.',
  raid6: 'Two disks of a group may fail. For large disks, which take long to rebuild.',
} as const

interface Props {
  readonly form: UseFormReturn<CreateValues>
  readonly applianceId: string
  /** All disks of the appliance. */
  readonly disks: readonly Disk[]
}

/** How the disks protect what is stored, and which disks. */
export function LayoutStep({ form, applianceId, disks }: Props) {
  const unused = disks.filter(isUnused)
  const rescan = useOperation(applianceId, 'diskRescan')
  const refusal = useRefusal()
  const choices = poolTypes.map((value) => {
    const { fewest } = raid[value]
    const isPossible = unused.length >= fewest
    return {
      value,
      label: value,
      help: `${words[value]} ${fewest === 1 ? '' : `From ${fewest} disks.`}`,
      refusal: isPossible ? undefined : `Needs ${fewest} disks; ${unused.length} are unused.`,
    }
  })
  return (
    <>
      <div>
        <h2 className="vs-step-title">Layout</h2>
        <p className="vs-subtle">How the disks protect what is stored. It cannot be changed later.</p>
      </div>
      <ChoiceField control={form.control} name="pool_type" label="Type" choices={choices} startsHere />
      <DisksField
        control={form.control}
        name="disk_list"
        label="Unused disks"
        disks={disks}
        action={
          <ActionButton
            variant="link"
            action={{
              label: rescan.isPending ? 'Rescanning…' : 'Rescan disks',
              onSelect: () => void rescan.mutateAsync({ body: { action: 'rescan' } }).catch(() => undefined),
              refusal: refusal('diskRescan') ?? (rescan.isPending ? 'The disks are being read.' : undefined),
            }}
          />
        }
      />
      <ErrorAlert error={rescan.error} title="The disks could not be read again" />
    </>
  )
}

/** The groups that come of what is chosen. */
export function layoutOf({ disk_list: chosen, pool_type: type }: CreateValues, disks: readonly Disk[]): Layout {
  const sizes = new Map(disks.map(({ uuid, size }) => [uuid, size]))
  return poolLayout(
    chosen.map((uuid) => ({ uuid, size: sizes.get(uuid) ?? 0 })),
    type,
  )
}

/** The pool as it will be, drawn while it is chosen. */
export function LayoutAside({ values, disks }: { values: CreateValues; disks: readonly Disk[] }) {
  const known = new Map(disks.map((disk) => [disk.uuid, disk]))
  const chosen = values.disk_list
  const layout = layoutOf(values, disks)
  return (
    <div className="vs-stack">
      <h2 className="vs-aside-title">The pool as it will be</h2>
      {chosen.length === 0 ? (
        <p className="vs-subtle">Choose disks to see it.</p>
      ) : chosen.length < raid[values.pool_type].fewest ? (
        <p className="vs-subtle">
          {values.pool_type} needs {raid[values.pool_type].fewest} disks at least.
        </p>
      ) : (
        <>
          <GroupPicture groups={layoutGroups(layout, (uuid) => diskTitle(uuid, known.get(uuid)))} />
          <LayoutFacts layout={layout} survives={raid[values.pool_type].survives} />
        </>
      )}
    </div>
  )
}
