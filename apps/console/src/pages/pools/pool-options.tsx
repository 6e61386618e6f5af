import { useOperation } from '../../api/operations.ts'
import { vsnap } from '../../api/queries.ts'
import { DialogForm } from '../../components/form/DialogForm.tsx'
import { rereading, useEditing } from '../../components/form/use-editing.ts'
import { toast } from '../../components/toasts.tsx'
import type { Pool } from '@vsnap/vsnap-api/pool.ts'
import { OptionFields, type OptionValues } from './option-fields.tsx'
import type { PoolDialogProps } from './pool-rename.tsx'
import { words } from './dialog-words.tsx'
import { onOff } from './words.ts'

const { options } = words

const valuesOf = ({ compression, deduplication, syncwrite }: Pool): OptionValues => ({
  compression: compression === true,
  deduplication: deduplication === true,
  syncwrite: syncwrite === true,
})

/** Compression, deduplication, synchronous writes (guide §7.4.1); only what changed is sent. */
export function PoolOptions({ applianceId, pool, onClose }: PoolDialogProps) {
  const update = useOperation(applianceId, 'poolUpdate')
  const { form, changed, sending, isBusy } = useEditing<Pool, OptionValues>({
    what: 'pool',
    shown: pool,
    reread: rereading(vsnap(applianceId, 'poolView', { params: { id: pool.id } })),
    valuesOf,
    tell: ({ compression, deduplication, syncwrite }) => ({
      [options.compression.label]: onOff(compression === true),
      [options.deduplication.label]: onOff(deduplication === true),
      [options.syncwrite.label]: onOff(syncwrite === true),
    }),
  })
  const send = sending(async (values, now) => {
    const before = valuesOf(now)
    const names = Object.keys(before) as (keyof OptionValues)[]
    const body = Object.fromEntries(
      names.filter((name) => values[name] !== before[name]).map((name) => [name, values[name]]),
    )
    if (Object.keys(body).length > 0) {
      await update.mutateAsync({ params: { id: pool.id }, body })
      toast({ title: options.done(pool.name) })
    }
    onClose()
  })
  return (
    <DialogForm
      title={options.title(pool.name)}
      description={options.description}
      submit={options.submit}
      isBusy={isBusy}
      changed={changed}
      error={update.error}
      onClose={onClose}
      onSubmit={form.handleSubmit(send)}
    >
      <OptionFields control={form.control} size={pool.size_total} />
    </DialogForm>
  )
}
