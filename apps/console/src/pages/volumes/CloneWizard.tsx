import { vsnapCall } from '../../api/calls.ts'
import { useOperation } from '../../api/operations.ts'
import { useRefusal } from '../../api/person.ts'
import { bff, vsnap } from '../../api/queries.ts'
import { CallReview } from '../../components/CallReview.tsx'
import { SelectField } from '../../components/form/choices.tsx'
import { TextField } from '../../components/form/fields.tsx'
import { byRules } from '../../components/form/submit.ts'
import { PageHeader } from '../../components/PageHeader.tsx'
import { toast } from '../../components/toasts.tsx'
import { type Arrivals, useArrivals } from '../../components/replication/use-arrivals.ts'
import { WizardPage, type Step } from '../../components/wizard/WizardPage.tsx'
import { paths } from '../../paths.ts'
import { Facts } from '../../ui/Facts.tsx'
import { Nothing } from '../../ui/Nothing.tsx'
import { exactTime } from '../../ui/time.ts'
import type { Snapshot, SnapshotSummary } from '@vsnap/vsnap-api/snapshot.ts'
import { volumeCan } from '@vsnap/vsnap-api/volume.rules.ts'
import type { VolumeSummary } from '@vsnap/vsnap-api/volume.ts'
import { Alert, Content, Title } from '@patternfly/react-core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useWatch } from 'react-hook-form'
import { useCheckedForm } from '../../components/form/use-checked-form.ts'
import { useNavigate } from 'react-router'
import { words } from './clone-words.ts'

interface CloneValues {
  snapshot_id: string
  name: string
}

/** A first suggestion: `oracle-prod-clone`, with a number when that is taken. */
function freeName(origin: string, volumes: readonly VolumeSummary[]): string {
  const taken = new Set(volumes.map(({ name }) => name))
  const name = words.name.suggestion(origin)
  let number = 2
  while (taken.has(`${name}-${number}`)) number += 1
  return taken.has(name) ? `${name}-${number}` : name
}

/** Which moment it is: of a replica, when it was made there, else when it arrived. */
function labelOf({ id, name, time_created: created }: SnapshotSummary, arrivals: Arrivals | undefined): string {
  const made = arrivals?.made(id)
  if (arrivals && made !== undefined) return words.snapshot.made(name, arrivals.home, exactTime(made))
  if (created == null) return name
  return arrivals ? words.snapshot.arrived(name, exactTime(created)) : words.snapshot.taken(name, exactTime(created))
}

/** A volume that begins as a snapshot is (guide §8.1). */
export default function CloneWizard({ applianceId, snapshotId }: { applianceId: string; snapshotId: string }) {
  const { data: snapshot } = useSuspenseQuery(vsnap(applianceId, 'snapshotView', { params: { id: snapshotId } }))
  const { data: appliance } = useSuspenseQuery(bff('applianceView', { params: { id: applianceId } }))
  const list = useSuspenseQuery(vsnap(applianceId, 'volumeList'))
  const originId = snapshot.parent_id ?? ''
  const arrivals = useArrivals(applianceId, originId)
  const siblings = useQuery({
    ...vsnap(applianceId, 'volumeSnapshotList', { params: { id: originId } }),
    enabled: originId !== '',
  })
  const snapshots = (siblings.data?.snapshots ?? [snapshot]).toSorted(
    (a, b) => (b.time_created ?? 0) - (a.time_created ?? 0),
  )
  const { volumes } = list.data
  const origin = volumes.find(({ id }) => id === originId)
  const originName = origin?.name ?? snapshot.parent_name ?? undefined

  const navigate = useNavigate()
  const refusal = useRefusal()('volumeClone')
  const clone = useOperation(applianceId, 'volumeClone')
  const form = useCheckedForm<CloneValues>({
    resolver: byRules(({ snapshot_id: id, name }) => ({
      snapshot_id: id === '' ? words.snapshot.missing : undefined,
      name: volumeCan.name(name, volumes),
    })),
    defaultValues: { snapshot_id: snapshotId, name: freeName(originName ?? snapshot.name, volumes) },
  })
  const values = { ...form.getValues(), ...useWatch({ control: form.control }) }
  const chosen = snapshots.find(({ id }) => id === values.snapshot_id) ?? snapshot

  const submit = async (body: CloneValues) => {
    try {
      const volume = await clone.mutateAsync({ body })
      toast({ title: words.done(volume.name, chosen.name) })
      await navigate(paths.volume(applianceId, volume.id))
    } catch (error) {
      // What the appliance knows and this page did not, such as a name that was taken meanwhile.
      void list.refetch()
      throw error
    }
  }

  const steps: Step<CloneValues>[] = [
    {
      id: 'snapshot',
      name: words.snapshot.name,
      fields: ['snapshot_id'],
      content: (
        <>
          <Title headingLevel="h2">
            {originName === undefined ? words.snapshot.titleOfUnknown : words.snapshot.title(originName)}
          </Title>
          <SelectField
            control={form.control}
            name="snapshot_id"
            label={words.snapshot.snapshot}
            choices={snapshots.map((row) => ({ value: row.id, label: labelOf(row, arrivals) }))}
            startsHere
            isRequired
          />
          <Content component="p">
            {originName === undefined ? words.snapshot.textOfUnknown : words.snapshot.text(originName)}
          </Content>
        </>
      ),
    },
    {
      id: 'name',
      name: words.name.name,
      fields: ['name'],
      content: (
        <>
          <Title headingLevel="h2">{words.name.title}</Title>
          <TextField
            control={form.control}
            name="name"
            label={words.name.name}
            help={words.name.help}
            autoComplete="off"
            spellCheck={false}
            startsHere
            isRequired
          />
        </>
      ),
    },
    {
      id: 'review',
      name: words.review.name,
      content: (
        <ReviewStep
          body={values}
          origin={origin}
          snapshot={snapshot}
          chosen={labelOf(chosen, arrivals)}
          applianceId={applianceId}
          applianceName={appliance.name}
        />
      ),
    },
  ]
  return (
    <>
      <PageHeader
        title={words.title}
        aside={originName !== undefined && <span className="vs-subtle vs-name">{originName}</span>}
        trail={[
          { text: words.volumes, to: paths.volumes() },
          ...(origin ? [{ text: origin.name, to: paths.volume(applianceId, origin.id) }] : []),
        ]}
      />
      {refusal === undefined ? (
        <WizardPage
          label={words.title}
          form={form}
          steps={steps}
          submit={words.submit}
          onSubmit={submit}
          error={clone.error}
          cancel={{ to: origin ? paths.volume(applianceId, origin.id, { tab: 'snapshots' }) : paths.volumes() }}
          leaving={words.leaving}
        />
      ) : (
        <Alert variant="info" isInline title={words.refused}>
          {refusal}
        </Alert>
      )}
    </>
  )
}

interface ReviewProps {
  readonly body: CloneValues
  readonly origin: VolumeSummary | undefined
  /** The one that the wizard began with, in detail: it is in the same pool as all of its volume. */
  readonly snapshot: Snapshot
  /** The snapshot that was chosen, as it stands in the list. */
  readonly chosen: string
  readonly applianceId: string
  readonly applianceName: string
}

function ReviewStep({ body, origin, snapshot, chosen, applianceId, applianceName }: ReviewProps) {
  const { review } = words
  const pool = snapshot.pool_name
  return (
    <>
      <Title headingLevel="h2">{review.title}</Title>
      <Facts
        columns={1}
        items={{
          [review.volume]: <span className="vs-name">{body.name}</span>,
          [review.cloneOf]: <span className="vs-name">{origin?.name ?? snapshot.parent_name ?? <Nothing />}</span>,
          [review.snapshot]: <span className="vs-name">{chosen}</span>,
          [review.kind]: origin?.volume_type ?? <Nothing />,
          [review.pool]: (
            <span className="vs-name">
              {pool == null ? review.poolOfOrigin(applianceName) : review.poolOn(pool, applianceName)}
            </span>
          ),
        }}
      />
      <div>
        <h3 className="vs-label">{review.callOn(applianceName)}</h3>
        <CallReview applianceId={applianceId} calls={[vsnapCall('volumeClone', { body })]} />
      </div>
    </>
  )
}
