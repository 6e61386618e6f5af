import { useOperation } from '../../api/operations.ts'
import { vsnap } from '../../api/queries.ts'
import { onOff, type Told } from '../form/changes.ts'
import { ChoiceField } from '../form/choices.tsx'
import { DialogForm } from '../form/DialogForm.tsx'
import { byRules, errorAbove } from '../form/submit.ts'
import { rereading, useEditing } from '../form/use-editing.ts'
import { toast } from '../toasts.tsx'
import type { Share } from '@vsnap/vsnap-api/share.ts'
import { Alert } from '@patternfly/react-core'
import { useWatch } from 'react-hook-form'
import { NfsFields } from './NfsFields.tsx'
import { changedShare, hostsOf, hostsProblem, types, valuesOf, type ShareValues } from './share-values.ts'
import { words } from './words.tsx'

const { edit } = words

interface Props {
  readonly applianceId: string
  readonly share: Share
  readonly onClose: () => void
}

/** How a filesystem is shared, and who may reach it. One that changed meanwhile is not overwritten unseen. */
export function EditShare({ applianceId, share, onClose }: Props) {
  const update = useOperation(applianceId, 'shareUpdate')
  const { form, opened, changed, sending, isBusy } = useEditing<Share, ShareValues>({
    what: 'share',
    shown: share,
    reread: rereading(vsnap(applianceId, 'shareView', { params: { id: share.id } })),
    valuesOf,
    tell: told,
    resolver: byRules<ShareValues>((values) => ({ allowed_hosts: hostsProblem(values) })),
  })
  const type = useWatch({ control: form.control, name: 'share_type' })
  const send = sending(async (values, now) => {
    const { name } = await update.mutateAsync({
      params: { id: now.vol_id ?? '' },
      body: changedShare(now, values),
    })
    toast({ title: edit.done(name) })
    onClose()
  })
  return (
    <DialogForm
      title={edit.title(opened.name)}
      submit={edit.submit}
      isBusy={isBusy}
      changed={changed}
      error={errorAbove(form, update.error)}
      onClose={onClose}
      onSubmit={form.handleSubmit(send)}
    >
      <ChoiceField
        control={form.control}
        name="share_type"
        label={edit.type}
        choices={types}
        startsHere={type === 'smb'}
      />
      {type !== valuesOf(opened).share_type && (
        <Alert variant="warning" isInline title={edit.clientsLose[valuesOf(opened).share_type]} />
      )}
      {type === 'nfs' && <NfsFields control={form.control} startsHere={type === opened.share_type} />}
    </DialogForm>
  )
}

/** All of a share that the form is about. */
function told(share: Share): Told {
  const { share_type: type, read_only: readOnly, allowed_hosts: hosts } = valuesOf(share)
  if (type === 'smb') return { [edit.type]: words.smb }
  return {
    [edit.type]: words.nfs,
    [words.hosts.label]: hostsOf(hosts).join(', '),
    [words.readOnly]: onOff(readOnly),
  }
}
