import { said } from '../../ui/isolated.ts'
import type { Query } from '../../api/queries.ts'
import { toast } from '../toasts.tsx'
import type { Verdict } from '@vsnap/vsnap-api/verdict.ts'
import { DialogForm } from './DialogForm.tsx'
import { TextField } from './fields.tsx'
import { byRules, errorAbove } from './submit.ts'
import { rereading, useEditing } from './use-editing.ts'

interface Props<T extends { readonly name: string }> {
  /** What it is: `pool`. */
  readonly what: string
  readonly object: T
  readonly view: Query<T>
  readonly description?: string
  /** Whether it may have this name. */
  readonly check: (name: string) => Verdict
  /** The operation that names it. */
  readonly update: { readonly error: unknown; readonly run: (name: string) => Promise<unknown> }
  readonly onClose: () => void
}

/** Another name for something; nothing else changes. */
export function RenameForm<T extends { readonly name: string }>({
  what,
  object,
  view,
  description,
  check,
  update,
  onClose,
}: Props<T>) {
  const { form, opened, changed, sending, isBusy } = useEditing<T, { name: string }>({
    what,
    shown: object,
    reread: rereading(view),
    valuesOf: ({ name }) => ({ name }),
    tell: ({ name }) => ({ Name: name }),
    resolver: byRules<{ name: string }>(({ name }) => ({ name: name === object.name ? undefined : check(name) })),
  })
  const send = sending(async ({ name }, now) => {
    if (name !== now.name) {
      await update.run(name)
      toast({ title: said`The ${what} ${now.name} is now ${name}` })
    }
    onClose()
  })
  return (
    <DialogForm
      title={said`Rename ${opened.name}`}
      description={description}
      submit="Rename"
      isBusy={isBusy}
      changed={changed}
      error={errorAbove(form, update.error)}
      onClose={onClose}
      onSubmit={form.handleSubmit(send)}
    >
      <TextField
        control={form.control}
        name="name"
        label="Name"
        autoComplete="off"
        spellCheck={false}
        startsHere
        isRequired
      />
    </DialogForm>
  )
}
