import { useOperation } from '../../api/operations.ts'
import { ConfirmDelete } from '../ConfirmDelete.tsx'
import { DialogForm } from '../form/DialogForm.tsx'
import { SelectField } from '../form/choices.tsx'
import { CheckboxField, TextField } from '../form/fields.tsx'
import { errorAbove, submitting } from '../form/submit.ts'
import { toast } from '../toasts.tsx'
import { vsnap } from '../../api/queries.ts'
import { paths } from '../../paths.ts'
import { exactTime } from '../../ui/time.ts'
import { said } from '../../ui/isolated.ts'
import type { Session } from '@vsnap/vsnap-api/session.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { RelationLagTarget } from './LagTargetDialogs.tsx'
import { deletedAt, type RelationDialog } from './relation-actions.ts'
import type { Relation } from './relations.ts'

interface Props {
  readonly relation: Relation
  /** The one that is meant, where a relationship has several: one is sent, others wait. */
  readonly session?: Session | undefined
  readonly onClose: () => void
  /** Where to go when the relationship is deleted; absent: the dialog closes. */
  readonly onDeleted?: (() => unknown) | undefined
}

const nameOf = ({ primary, id }: Relation) => primary.volumeName ?? id

const dialogs: Readonly<Record<RelationDialog, React.ComponentType<Props>>> = {
  start: StartSession,
  cancel: CancelSession,
  target: RelationLagTarget,
  delete: DeleteRelationship,
}

/** One of the dialogs of a relationship, by its name. */
export function RelationDialogs({ name, ...props }: Props & { name: RelationDialog }) {
  const Dialog = dialogs[name]
  return <Dialog {...props} />
}

/** Sends a snapshot now: a new one, or one that the volume has. */
function StartSession({ relation, onClose }: Props) {
  const applianceId = relation.from?.id ?? ''
  const start = useOperation(applianceId, 'sessionStart')
  const volume = { params: { id: relation.primary.volumeId ?? '' } }
  const { data } = useQuery(vsnap(applianceId, 'volumeSnapshotList', volume))
  const form = useForm({ defaultValues: { snap_id: '', remote_snap_name: '' } })
  const send = submitting(form, async ({ snap_id, remote_snap_name }) => {
    const { id } = await start.mutateAsync({
      params: { id: relation.id },
      body: { ...(snap_id ? { snap_id } : {}), ...(remote_snap_name ? { remote_snap_name } : {}) },
    })
    toast({
      variant: 'info',
      title: said`A session of ${nameOf(relation)} is queued`,
      link: { to: paths.session(applianceId, id), text: `See session ${id}` },
    })
    onClose()
  })
  return (
    <DialogForm
      title={said`Start a session of ${nameOf(relation)}`}
      description="What changed since the last session is sent to the replica; the first one sends everything."
      submit="Start"
      isBusy={start.isPending}
      error={errorAbove(form, start.error)}
      onClose={onClose}
      onSubmit={form.handleSubmit(send)}
    >
      <SelectField
        control={form.control}
        name="snap_id"
        label="Snapshot"
        startsHere
        choices={[
          { value: '', label: 'A new one, made now' },
          ...(data?.snapshots ?? []).map(({ id, name, time_created: time }) => ({
            value: id,
            label: `${name}${time == null ? '' : `, ${exactTime(time)}`}`,
          })),
        ]}
      />
      <TextField
        control={form.control}
        name="remote_snap_name"
        label="Name on the replica"
        autoComplete="off"
        spellCheck={false}
        help="Left empty: the same name as here."
      />
    </DialogForm>
  )
}

function CancelSession({ relation, session: meant = relation.running, onClose }: Props) {
  // The first one that it is told, also when that ends meanwhile.
  const [session, setSession] = useState(meant)
  if (session === undefined && meant !== undefined) setSession(meant)
  const cancel = useOperation(relation.from?.id ?? '', 'sessionCancel')
  return (
    <DialogForm
      title={said`Cancel the session of ${nameOf(relation)}?`}
      description="What was sent of this snapshot is thrown away on the partner. The replica stays at the last complete one."
      submit="Cancel session"
      isDanger
      isBusy={cancel.isPending}
      isDisabled={session === undefined}
      error={cancel.error}
      onClose={onClose}
      onSubmit={async () => {
        try {
          await cancel.mutateAsync({ params: { id: session?.id ?? '' }, body: { action: 'cancel' } })
        } catch {
          return // the dialog shows it
        }
        toast({ title: said`The session of ${nameOf(relation)} is canceled` })
        onClose()
      }}
    >
      <p>
        {session === undefined
          ? 'No session is known to be under way.'
          : session.status === 'ACTIVE'
            ? 'It is sending now.'
            : 'It is waiting for its turn.'}
      </p>
    </DialogForm>
  )
}

/** Ends a relationship, with the replica or without it. */
function DeleteRelationship({ relation, onClose, onDeleted = onClose }: Props) {
  const remove = useOperation(deletedAt(relation) ?? '', 'relationshipDelete')
  const form = useForm({ defaultValues: { preserve: true } })
  const preserve = useWatch({ control: form.control, name: 'preserve' })
  const { replica } = relation
  const where = said`${replica.volumeName ?? 'the replica'} on ${replica.appliance?.name ?? 'the partner'}`
  return (
    <ConfirmDelete
      what="relationship"
      name={nameOf(relation)}
      consequences={preserve ? [] : [`the replica volume ${where}, with all of its snapshots`]}
      note={
        <>
          <CheckboxField
            control={form.control}
            name="preserve"
            label="Keep the replica"
            help={`${where} stays, as a volume of its own. It can be taken up again later.`}
          />
          <p>The volume {nameOf(relation)} itself stays as it is.</p>
        </>
      }
      isBusy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onConfirm={async () => {
        await remove.mutateAsync({ params: { id: relation.id }, query: preserve ? { preserve_replica: true } : {} })
        toast({ title: said`${nameOf(relation)} is replicated no more` })
        await onDeleted()
      }}
    />
  )
}
