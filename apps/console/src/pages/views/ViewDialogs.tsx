import { useConsoleOperation } from '../../api/operations.ts'
import { ConfirmDelete } from '../../components/ConfirmDelete.tsx'
import { DialogForm } from '../../components/form/DialogForm.tsx'
import { errorAbove, submitting } from '../../components/form/submit.ts'
import { toast } from '../../components/toasts.tsx'
import { ViewFields, viewSchema } from '../../components/views/ViewFields.tsx'
import { said } from '../../ui/isolated.ts'
import type { View } from '@vsnap/console-api/view.ts'
import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'

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
    toast({ title: said`View ${body.name} saved` })
    onClose()
  })
  return (
    <DialogForm
      title={said`Name and sharing of ${view.name}`}
      submit="Save"
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
      consequences={view.shared ? ['its place in everybody’s navigation'] : []}
      note="What the view shows is not touched."
      isBusy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onConfirm={async () => {
        await remove.mutateAsync({ params: { id: view.id } })
        toast({ title: said`View ${view.name} deleted` })
        onClose()
      }}
    />
  )
}
