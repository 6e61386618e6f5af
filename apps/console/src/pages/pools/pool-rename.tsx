import { useOperation } from '../../api/operations.ts'
import { vsnap } from '../../api/queries.ts'
import { DialogForm } from '../../components/form/DialogForm.tsx'
import { TextField } from '../../components/form/fields.tsx'
import { byRules, errorAbove, submitting } from '../../components/form/submit.ts'
import { toast } from '../../components/toasts.tsx'
import { poolCan } from '@vsnap/vsnap-api/pool.rules.ts'
import type { Pool } from '@vsnap/vsnap-api/pool.ts'
import { useQuery } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'

export interface PoolDialogProps {
  readonly applianceId: string
  readonly pool: Pool
  readonly onClose: () => void
}

interface Values {
  name: string
}

/** Another name; nothing else changes. */
export function RenamePool({ applianceId, pool, onClose }: PoolDialogProps) {
  const { data } = useQuery(vsnap(applianceId, 'poolList'))
  const update = useOperation(applianceId, 'poolUpdate')
  const form = useForm<Values>({
    mode: 'onChange',
    resolver: byRules<Values>(({ name }) => ({ name: poolCan.name(name, data?.pools ?? [], pool.id) })),
    defaultValues: { name: pool.name },
  })
  const send = submitting(form, async ({ name }) => {
    if (name !== pool.name) {
      await update.mutateAsync({ params: { id: pool.id }, body: { name } })
      toast({ title: `Pool ${pool.name} is now ${name}` })
    }
    onClose()
  })
  return (
    <DialogForm
      title={`Rename ${pool.name}`}
      submit="Rename"
      isBusy={update.isPending}
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
