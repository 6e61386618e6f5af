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
import { words } from './pool-create-words.ts'

const { layout: step } = words

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
      help: step.types[value](fewest),
      refusal: isPossible ? undefined : step.tooFew(fewest, unused.length),
    }
  })
  return (
    <>
      <div>
        <h2 className="vs-step-title">{step.title}</h2>
        <p className="vs-subtle">{step.lead}</p>
      </div>
      <ChoiceField control={form.control} name="pool_type" label={step.type} choices={choices} startsHere />
      <DisksField
        control={form.control}
        name="disk_list"
        label={step.disks}
        disks={disks}
        action={
          <ActionButton
            variant="link"
            action={{
              label: rescan.isPending ? step.rescanning : step.rescan,
              onSelect: () => void rescan.mutateAsync({ body: { action: 'rescan' } }).catch(() => undefined),
              refusal: refusal('diskRescan') ?? (rescan.isPending ? step.isRescanning : undefined),
            }}
          />
        }
      />
      <ErrorAlert error={rescan.error} title={step.notRescanned} />
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
      <h2 className="vs-aside-title">{step.aside.title}</h2>
      {chosen.length < raid[values.pool_type].fewest ? (
        <p className="vs-subtle">{step.aside.none}</p>
      ) : (
        <>
          <GroupPicture groups={layoutGroups(layout, (uuid) => diskTitle(uuid, known.get(uuid)))} />
          <LayoutFacts layout={layout} survives={raid[values.pool_type].survives} />
        </>
      )}
    </div>
  )
}
