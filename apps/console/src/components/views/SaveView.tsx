import { useConsoleOperation } from '../../api/operations.ts'
import { usePerson } from '../../api/person.ts'
import { bff } from '../../api/queries.ts'
import { changeRefusal, type View, type ViewedResource } from '@vsnap/console-api/view.ts'
import { zodResolver } from '@hookform/resolvers/zod'
import { Button } from '@patternfly/react-core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { useSearchParams } from 'react-router'
import { DialogForm } from '../form/DialogForm.tsx'
import { errorAbove, submitting } from '../form/submit.ts'
import { ErrorAlert } from '../ErrorAlert.tsx'
import { toast } from '../toasts.tsx'
import { questionOf } from './view-address.ts'
import { ViewFields, viewSchema } from './ViewFields.tsx'
import { words } from './words.ts'

const { save } = words

interface SaveViewProps {
  readonly resource: ViewedResource
  /** Keys of the columns that are shown; null: nobody chose any. */
  readonly columns: readonly string[] | null
  readonly onClose: () => void
}

/** Keeps what a list is asked now: its filters, order, groups and columns. */
export function SaveView({ resource, columns, onClose }: SaveViewProps) {
  const [search, setSearch] = useSearchParams()
  const { data } = useSuspenseQuery(bff('viewList'))
  const person = usePerson()
  const opened = data.views.find(({ id }) => id === search.get('view'))
  const create = useConsoleOperation('viewCreate')
  const form = useForm({
    resolver: zodResolver(viewSchema),
    defaultValues: { name: '', shared: false, on_overview: false },
  })
  const question = { ...questionOf(search), columns: columns && [...columns] }
  const send = submitting(form, async (values) => {
    const { id, name } = await create.mutateAsync({ body: { ...values, ...question, resource } })
    toast({ title: save.done(name) })
    onClose()
    setSearch(
      (current) => {
        const next = new URLSearchParams(current)
        next.set('view', id)
        return next
      },
      { replace: true, preventScrollReset: true },
    )
  })
  return (
    <DialogForm
      title={save.title}
      description={save.description}
      submit={save.submit}
      isBusy={create.isPending}
      error={errorAbove(form, create.error)}
      onClose={onClose}
      onSubmit={form.handleSubmit(send)}
    >
      {opened && changeRefusal(opened, person) === undefined && (
        <Replace view={opened} question={question} onClose={onClose} />
      )}
      <ViewFields control={form.control} />
    </DialogForm>
  )
}

/** Or what was opened is this from now on. */
function Replace({
  view,
  question,
  onClose,
}: {
  view: View
  question: Pick<View, 'filters' | 'sort' | 'group' | 'columns'>
  onClose: () => void
}) {
  const update = useConsoleOperation('viewUpdate')
  const replace = async () => {
    await update.mutateAsync({ params: { id: view.id }, body: question })
    toast({ title: save.done(view.name) })
    onClose()
  }
  return (
    <div>
      <Button
        variant="secondary"
        isLoading={update.isPending}
        isDisabled={update.isPending}
        onClick={() => void replace().catch(() => undefined)}
      >
        {save.into(view.name)}
      </Button>
      <ErrorAlert error={update.error} />
      <p className="vs-subtle">{save.orNew}</p>
    </div>
  )
}
