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
import type { Session } from '@vsnap/vsnap-api/session.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { words } from './dialog-words.ts'
import { RelationLagTarget } from './LagTargetDialogs.tsx'
import { deletedAt, type RelationDialog } from './relation-actions.ts'
import type { Relation } from './relations.ts'

const { deleteOne } = words

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
      title: words.start.done(nameOf(relation)),
      link: { to: paths.session(applianceId, id), text: words.start.toSession(id) },
    })
    onClose()
  })
  return (
    <DialogForm
      title={words.start.title(nameOf(relation))}
      description={words.start.description}
      submit={words.start.submit}
      isBusy={start.isPending}
      error={errorAbove(form, start.error)}
      onClose={onClose}
      onSubmit={form.handleSubmit(send)}
    >
      <SelectField
        control={form.control}
        name="snap_id"
        label={words.start.snapshot}
        startsHere
        choices={[
          { value: '', label: words.start.newSnapshot },
          ...(data?.snapshots ?? []).map(({ id, name, time_created: time }) => ({
            value: id,
            label: time == null ? name : words.start.snapshotOf(name, exactTime(time)),
          })),
        ]}
      />
      <TextField
        control={form.control}
        name="remote_snap_name"
        label={words.start.nameThere}
        autoComplete="off"
        spellCheck={false}
        help={words.start.nameThereHelp}
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
      title={words.cancel.title(nameOf(relation))}
      description={words.cancel.description}
      submit={words.cancel.submit}
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
        toast({ title: words.cancel.done(nameOf(relation)) })
        onClose()
      }}
    >
      <p>
        {session === undefined
          ? words.cancel.noneRuns
          : session.status === 'ACTIVE'
            ? words.cancel.isSending
            : words.cancel.isWaiting}
      </p>
    </DialogForm>
  )
}

/** Ends a relationship, with the replica or without it. */
function DeleteRelationship({ relation, onClose, onDeleted = onClose }: Props) {
  const remove = useOperation(deletedAt(relation) ?? '', 'relationshipDelete')
  const form = useForm({ defaultValues: { preserve: true } })
  const preserve = useWatch({ control: form.control, name: 'preserve' })
  const replica = relation.replica.volumeName
  const partner = relation.replica.appliance?.name
  return (
    <ConfirmDelete
      what="relationship"
      name={nameOf(relation)}
      consequences={preserve ? [] : [deleteOne.replicaGoes(replica, partner)]}
      note={
        <>
          <CheckboxField
            control={form.control}
            name="preserve"
            label={deleteOne.keep}
            help={deleteOne.keepHelp(replica, partner)}
          />
          <p>{deleteOne.note(nameOf(relation))}</p>
        </>
      }
      isBusy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onConfirm={async () => {
        await remove.mutateAsync({ params: { id: relation.id }, query: preserve ? { preserve_replica: true } : {} })
        toast({ title: deleteOne.done(nameOf(relation)) })
        await onDeleted()
      }}
    />
  )
}
