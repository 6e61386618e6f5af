import { useConsoleOperation } from '../../api/operations.ts'
import { ConfirmDelete } from '../../components/ConfirmDelete.tsx'
import { DialogForm } from '../../components/form/DialogForm.tsx'
import { errorAbove, submitting } from '../../components/form/submit.ts'
import { toast } from '../../components/toasts.tsx'
import { ViewFields, viewSchema } from '../../components/views/ViewFields.tsx'
import type { View } from '@vsnap/console-api/view.ts'
import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { words } from './words.ts'

/** Dialogs about a view, by the name that the address has. */
export default function ViewDialogs({ view, name, onClose }: { view: View; name: string; onClose: () => void }) {
  if (name === 'edit') return <EditView view={view} onClose={onClose} />
  if (name === 'delete') return <DeleteView view={view} onClose={onClose} />
  return null
}

function EditView({ view, onClose }: { view: View; onClose: () => void }) {
  const update = useConsoleOperation('viewUpdate')
  const { name, shared, on_overview } = view
  const form = useForm({ resolver: zodResolver(viewSchema), defaultValues: { name, shared, on_overview } })
  const send = submitting(form, async (body) => {
    await update.mutateAsync({ params: { id: view.id }, body })
    toast({ title: words.edit.done(body.name) })
    onClose()
  })
  return (
    <DialogForm
      title={words.edit.title(view.name)}
      submit={words.edit.submit}
      isBusy={update.isPending}
      error={errorAbove(form, update.error)}
      onClose={onClose}
      onSubmit={form.handleSubmit(send)}
    >
      <ViewFields control={form.control} isShared={shared} />
    </DialogForm>
  )
}

function DeleteView({ view, onClose }: { view: View; onClose: () => void }) {
  const remove = useConsoleOperation('viewDelete')
  return (
    <ConfirmDelete
      what="view"
      name={view.name}
      consequences={view.shared ? [words.deleteOne.consequence] : []}
      note={words.deleteOne.note}
      isBusy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onConfirm={async () => {
        await remove.mutateAsync({ params: { id: view.id } })
        toast({ title: words.deleteOne.done(view.name) })
        onClose()
      }}
    />
  )
}
