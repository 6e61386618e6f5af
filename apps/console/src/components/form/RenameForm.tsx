import type { Query } from '../../api/queries.ts'
import { toast } from '../toasts.tsx'
import type { Verdict } from '@vsnap/vsnap-api/verdict.ts'
import { DialogForm } from './DialogForm.tsx'
import { TextField } from './fields.tsx'
import { byRules, errorAbove } from './submit.ts'
import { rereading, useEditing } from './use-editing.ts'
import { words } from './words.tsx'

const { rename } = words

interface Props<T extends { readonly name: string }> {
  readonly what: keyof typeof rename.done
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
    tell: ({ name }) => ({ [rename.name]: name }),
    resolver: byRules<{ name: string }>(({ name }) => ({ name: name === object.name ? undefined : check(name) })),
  })
  const send = sending(async ({ name }, now) => {
    if (name !== now.name) {
      await update.run(name)
      toast({ title: rename.done[what](now.name, name) })
    }
    onClose()
  })
  return (
    <DialogForm
      title={rename.title(opened.name)}
      description={description}
      submit={rename.submit}
      isBusy={isBusy}
      changed={{ ...changed, anyway: rename.anyway }}
      error={errorAbove(form, update.error)}
      onClose={onClose}
      onSubmit={form.handleSubmit(send)}
    >
      <TextField
        control={form.control}
        name="name"
        label={rename.name}
        autoComplete="off"
        spellCheck={false}
        startsHere
        isRequired
      />
    </DialogForm>
  )
}
