import { useOperation } from '../../api/operations.ts'
import { vsnap } from '../../api/queries.ts'
import { ConfirmDelete } from '../../components/ConfirmDelete.tsx'
import { DialogForm } from '../../components/form/DialogForm.tsx'
import { byRules, errorAbove, submitting } from '../../components/form/submit.ts'
import { toast } from '../../components/toasts.tsx'
import type { useDialog } from '../../components/use-dialog.ts'
import { paths } from '../../paths.ts'
import type { Share } from '@vsnap/vsnap-api/share.ts'
import { Alert } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useNavigate } from 'react-router'
import { NfsFields } from './NfsFields.tsx'
import { hostsProblem, shareBody, type ShareValues } from './share-values.ts'

interface Props {
  readonly applianceId: string
  readonly share: Share
  readonly onClose: () => void
}

/** The dialog that the URL names, for one share. */
export default function ShareDialogs({
  applianceId,
  shareId,
  dialog,
}: {
  applianceId: string
  shareId: string
  dialog: ReturnType<typeof useDialog>
}) {
  const { data: share } = useQuery(vsnap(applianceId, 'shareView', { params: { id: shareId } }))
  if (!share) return null
  const props = { applianceId, share, onClose: dialog.close }
  if (dialog.name === 'edit') return <EditShare {...props} />
  if (dialog.name === 'delete') return <DeleteShare {...props} />
  return null
}

const valuesOf = ({ share_type: type, share_options: options }: Share): ShareValues => ({
  share_type: type === 'smb' ? 'smb' : 'nfs',
  read_only: options?.read_only === true,
  allowed_hosts: (options?.allowed_hosts ?? []).join('\n'),
})

/** Who may reach a share. The whole share is sent back (guide §9.3); one that changed meanwhile is not overwritten unseen. */
function EditShare({ applianceId, share, onClose }: Props) {
  // As it was when the form was opened: what is typed is about that.
  const [opened] = useState(share)
  const update = useOperation(applianceId, 'shareUpdate')
  const form = useForm<ShareValues>({
    mode: 'onChange',
    resolver: byRules<ShareValues>((values) => ({ allowed_hosts: hostsProblem(values) })),
    defaultValues: valuesOf(opened),
  })
  const hasChanged = JSON.stringify(valuesOf(share)) !== JSON.stringify(valuesOf(opened))
  const send = submitting(form, async (values) => {
    await update.mutateAsync({ params: { id: share.vol_id ?? '' }, body: shareBody(values) })
    toast({ title: `Share ${share.name} changed` })
    onClose()
  })
  return (
    <DialogForm
      title={`Edit ${share.name}`}
      submit="Save"
      isBusy={update.isPending}
      error={errorAbove(form, update.error)}
      onClose={onClose}
      onSubmit={form.handleSubmit(send)}
    >
      {hasChanged && (
        <Alert variant="warning" isInline title="This share was changed since you opened it">
          It now allows {valuesOf(share).allowed_hosts.split('\n').filter(Boolean).join(', ') || 'no hosts'}
          {valuesOf(share).read_only ? ', read only' : ''}. Saving replaces that by what stands here.
        </Alert>
      )}
      {share.share_type === 'smb' ? (
        <p>An SMB share has no options: its users are the appliance’s matter.</p>
      ) : (
        <NfsFields control={form.control} />
      )}
    </DialogForm>
  )
}

/** Clients lose the filesystem at once; what is in it stays. */
function DeleteShare({ applianceId, share, onClose }: Props) {
  const remove = useOperation(applianceId, 'shareDelete')
  const navigate = useNavigate()
  const hosts = share.share_options?.allowed_hosts ?? []
  const who = share.share_type === 'smb' || hosts.includes('all') ? 'every client' : hosts.join(', ')
  return (
    <ConfirmDelete
      what="share"
      name={share.name}
      consequences={who === '' ? [] : [`the access of ${who}, at once`]}
      note="The volume and everything in it stay."
      isBusy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onConfirm={async () => {
        await remove.mutateAsync({ params: { id: share.id } })
        toast({ title: `Share ${share.name} deleted` })
        await navigate(paths.shares({ appliance: applianceId }), { replace: true })
      }}
    />
  )
}
