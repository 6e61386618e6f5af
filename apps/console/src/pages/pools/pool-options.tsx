import { useOperation } from '../../api/operations.ts'
import { DialogForm } from '../../components/form/DialogForm.tsx'
import { submitting } from '../../components/form/submit.ts'
import { toast } from '../../components/toasts.tsx'
import { useForm } from 'react-hook-form'
import { OptionFields, type OptionValues } from './option-fields.tsx'
import type { PoolDialogProps } from './pool-rename.tsx'

/** Compression, deduplication, synchronous writes; only what changed is sent. */
export function PoolOptions({ applianceId, pool, onClose }: PoolDialogProps) {
  const update = useOperation(applianceId, 'poolUpdate')
  const now: OptionValues = {
    compression: pool.compression === true,
    deduplication: pool.deduplication === true,
    syncwrite: pool.syncwrite === true,
  }
  const form = useForm<OptionValues>({ defaultValues: now })
  const send = submitting(form, async (values) => {
    const names = Object.keys(now) as (keyof OptionValues)[]
    const body = Object.fromEntries(
      names.filter((name) => values[name] !== now[name]).map((name) => [name, values[name]]),
    )
    if (Object.keys(body).length > 0) {
      await update.mutateAsync({ params: { id: pool.id }, body })
      toast({ title: `Options of pool ${pool.name} changed` })
    }
    onClose()
  })
  return (
    <DialogForm
      title={`Options of ${pool.name}`}
      description="They apply to what is written from now on."
      submit="Save"
      isBusy={update.isPending}
      error={update.error}
      onClose={onClose}
      onSubmit={form.handleSubmit(send)}
    >
      <OptionFields control={form.control} size={pool.size_total} />
    </DialogForm>
  )
}
