import { useOperation } from '../../api/operations.ts'
import { vsnap } from '../../api/queries.ts'
import { ChangedSince } from '../../components/form/ChangedSince.tsx'
import { ChoiceField } from '../../components/form/choices.tsx'
import { DialogForm } from '../../components/form/DialogForm.tsx'
import { byRules, errorAbove, submitting } from '../../components/form/submit.ts'
import { useOpened } from '../../components/form/use-opened.ts'
import { toast } from '../../components/toasts.tsx'
import type { Share } from '@vsnap/vsnap-api/share.ts'
import { Alert } from '@patternfly/react-core'
import { useForm, useWatch } from 'react-hook-form'
import { NfsFields } from '../../components/share/NfsFields.tsx'
import {
  changedShare,
  hostsOf,
  hostsProblem,
  types,
  valuesOf,
  type ShareValues,
} from '../../components/share/share-values.ts'

interface Props {
  readonly applianceId: string
  readonly share: Share
  readonly onClose: () => void
}

/** How a filesystem is shared, and who may reach it. One that changed meanwhile is not overwritten unseen. */
export function EditShare({ applianceId, share, onClose }: Props) {
  const view = vsnap(applianceId, 'shareView', { params: { id: share.id } })
  const { opened, hasChanged, isAsShown } = useOpened(view, share, valuesOf)
  const update = useOperation(applianceId, 'shareUpdate')
  const form = useForm<ShareValues>({
    mode: 'onChange',
    resolver: byRules<ShareValues>((values) => ({ allowed_hosts: hostsProblem(values) })),
    defaultValues: valuesOf(opened),
  })
  const type = useWatch({ control: form.control, name: 'share_type' })
  const send = submitting(form, async (values) => {
    if (!(await isAsShown())) return
    const changed = await update.mutateAsync({
      params: { id: share.vol_id ?? '' },
      body: changedShare(share, values),
    })
    toast({ title: `Share ${changed.name} changed` })
    onClose()
  })
  return (
    <DialogForm
      title={`Edit ${opened.name}`}
      submit="Save"
      isBusy={form.formState.isSubmitting}
      error={errorAbove(form, update.error)}
      onClose={onClose}
      onSubmit={form.handleSubmit(send)}
    >
      {hasChanged && (
        <ChangedSince what="share">{asItIs(share)} Saving replaces that by what stands here.</ChangedSince>
      )}
      <ChoiceField control={form.control} name="share_type" label="Type" choices={types} startsHere={type === 'smb'} />
      {type !== valuesOf(opened).share_type && (
        <Alert
          variant="warning"
          isInline
          title={`Clients lose the ${opened.share_type?.toUpperCase()} share at once, and find it by another name`}
        />
      )}
      {type === 'nfs' && <NfsFields control={form.control} startsHere={type === opened.share_type} />}
    </DialogForm>
  )
}

/** What somebody else made of it. */
function asItIs(share: Share): string {
  const { share_type: type, read_only: readOnly, allowed_hosts: hosts } = valuesOf(share)
  if (type === 'smb') return 'It is an SMB share now.'
  return `It now allows ${hostsOf(hosts).join(', ') || 'no hosts'}, ${readOnly ? 'read only' : 'to read and write'}.`
}
