import { useOperation } from '../../api/operations.ts'
import { bff, vsnap } from '../../api/queries.ts'
import { paths } from '../../paths.ts'
import { whileReplicated } from '@vsnap/vsnap-api/relationship.rules.ts'
import { snapshotCan } from '@vsnap/vsnap-api/snapshot.rules.ts'
import { all, reasonOf } from '@vsnap/vsnap-api/verdict.ts'
import { volumeCan } from '@vsnap/vsnap-api/volume.rules.ts'
import { useQuery } from '@tanstack/react-query'
import { useWatch, type UseFormReturn } from 'react-hook-form'
import { useCheckedForm } from '../form/use-checked-form.ts'
import { DialogForm } from '../form/DialogForm.tsx'
import { ApplianceField, applianceProblem } from '../form/ApplianceField.tsx'
import { SelectField } from '../form/choices.tsx'
import { TextField } from '../form/fields.tsx'
import { byRules, errorAbove, submitting } from '../form/submit.ts'
import { toast } from '../toasts.tsx'
import { words } from './words.ts'

const { createSnapshot } = words

interface Values {
  appliance: string
  /** Its id. */
  volume: string
  name: string
}

interface Props {
  /** Of which appliance; chosen in the dialog unless `volume` is given. */
  readonly applianceId: string | undefined
  /** Of which volume; chosen in the dialog when it is not given. */
  readonly volume?: { readonly id: string; readonly name: string }
  readonly onClose: () => void
}

/** A snapshot of a volume, now (guide §8.6). Without a name the appliance makes one. */
export function CreateSnapshot({ applianceId, volume: given, onClose }: Props) {
  const form: UseFormReturn<Values> = useCheckedForm<Values>({
    resolver: byRules<Values>(({ appliance, volume, name }) => ({
      appliance: applianceProblem(appliance),
      volume: volume === '' ? createSnapshot.volumeMissing : refusalOf(volume),
      name: name === '' ? undefined : snapshotCan.name(name, siblings?.snapshots ?? []),
    })),
    defaultValues: { appliance: applianceId ?? '', volume: given?.id ?? '', name: '' },
  })
  const [appliance, volume] = useWatch({ control: form.control, name: ['appliance', 'volume'] })
  const { data: registry } = useQuery({ ...bff('applianceList'), enabled: given === undefined })
  const volumes = useQuery({ ...vsnap(appliance, 'volumeList'), enabled: given === undefined && appliance !== '' })
  const { data: replication } = useQuery({ ...vsnap(appliance, 'relationshipList'), enabled: appliance !== '' })
  const { data: siblings } = useQuery({
    ...vsnap(appliance, 'volumeSnapshotList', { params: { id: volume } }),
    enabled: volume !== '',
  })
  const create = useOperation(appliance, 'snapshotCreate')
  const known = volumes.data?.volumes ?? []
  const refusalOf = (id: string) => {
    const one = known.find((each) => each.id === id)
    return (
      one && reasonOf(all(volumeCan.snapshot(one), whileReplicated.snapshot(one, replication?.relationships ?? [])))
    )
  }
  const send = submitting(form, async ({ name }) => {
    const snapshot = await create.mutateAsync({ params: { id: volume }, body: name === '' ? {} : { name } })
    toast({
      title: createSnapshot.done(snapshot.name),
      link: given
        ? { to: paths.volume(appliance, given.id, { tab: 'snapshots' }), text: createSnapshot.snapshotsOf(given.name) }
        : { to: paths.snapshot(appliance, snapshot.id), text: createSnapshot.look },
    })
    onClose()
  })
  return (
    <DialogForm
      title={given ? createSnapshot.titleOf(given.name) : createSnapshot.title}
      description={createSnapshot.description}
      submit={createSnapshot.submit}
      isBusy={create.isPending}
      error={errorAbove(form, create.error) ?? volumes.error}
      onClose={onClose}
      onSubmit={form.handleSubmit(send)}
    >
      {given === undefined && (
        <>
          <ApplianceField
            control={form.control}
            name="appliance"
            startsHere={appliance === ''}
            onChosen={() => form.setValue('volume', '')}
            appliances={registry?.appliances}
          />
          <SelectField
            control={form.control}
            name="volume"
            label={createSnapshot.volume}
            isRequired
            startsHere={appliance !== ''}
            choices={[
              {
                value: '',
                label: volumes.data && known.length === 0 ? createSnapshot.noVolume : createSnapshot.chooseVolume,
              },
              ...known.map(({ id, name }) => ({ value: id, label: name, refusal: refusalOf(id) })),
            ]}
          />
        </>
      )}
      <TextField
        control={form.control}
        name="name"
        label={createSnapshot.name}
        help={createSnapshot.nameHelp}
        autoComplete="off"
        spellCheck={false}
        startsHere={given !== undefined}
      />
    </DialogForm>
  )
}
