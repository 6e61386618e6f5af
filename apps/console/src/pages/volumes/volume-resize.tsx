import { useOperation } from '../../api/operations.ts'
import { vsnap } from '../../api/queries.ts'
import { ChoiceField } from '../../components/form/choices.tsx'
import { DialogForm } from '../../components/form/DialogForm.tsx'
import { SizeField, sizeProblem } from '../../components/form/SizeField.tsx'
import { byRules, errorAbove } from '../../components/form/submit.ts'
import { rereading, useEditing } from '../../components/form/use-editing.ts'
import { toast } from '../../components/toasts.tsx'
import { formatBytes, parseBytes, sizeText } from '../../ui/bytes.ts'
import { Bytes } from '../../ui/Bytes.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { volumeCan } from '@vsnap/vsnap-api/volume.rules.ts'
import type { Volume } from '@vsnap/vsnap-api/volume.ts'
import { useQuery } from '@tanstack/react-query'
import { useWatch } from 'react-hook-form'
import { words } from './dialog-words.tsx'
import { limitChoices } from './volume-kinds.ts'
import type { DialogProps } from './volume-rename.tsx'

const { resize } = words

interface Values {
  limit: string
  size_total: string
}

/** The size that is wanted, in bytes; null: no limit; undefined: none that can be read. */
function wanted({ limit, size_total: size }: Values): number | null | undefined {
  return limit === 'none' ? null : parseBytes(size)
}

/** Another size for a lun, another limit for a filesystem, or none (guide §8.4). */
export function ResizeVolume({ applianceId, volume, onClose }: DialogProps) {
  const update = useOperation(applianceId, 'volumeUpdate')
  const { data: pool } = useQuery({
    ...vsnap(applianceId, 'poolView', { params: { id: volume.pool_id ?? '' } }),
    enabled: volume.pool_id != null,
  })
  const isFilesystem = volume.volume_type === 'filesystem'
  const { form, opened, changed, sending, isBusy } = useEditing<Volume, Values>({
    what: 'volume',
    shown: volume,
    reread: rereading(vsnap(applianceId, 'volumeView', { params: { id: volume.id } })),
    valuesOf: ({ size_total: size }) => ({
      limit: isFilesystem && size == null ? 'none' : 'size',
      size_total: size == null ? '' : sizeText(size),
    }),
    tell: ({ size_total: size }) => ({
      [isFilesystem ? resize.limit : resize.size]: size == null ? resize.noLimit : sizeText(size),
    }),
    resolver: byRules<Values>((values) => {
      const bytes = wanted(values)
      return {
        size_total: bytes === undefined ? sizeProblem(values.size_total) : volumeCan.resize(volume, bytes, pool),
      }
    }),
  })
  const limit = useWatch({ control: form.control, name: 'limit' })
  const send = sending(async (values, now) => {
    const bytes = wanted(values)
    if (bytes !== undefined && bytes !== (now.size_total ?? null)) {
      await update.mutateAsync({ params: { id: volume.id }, body: { size_total: bytes } })
      toast({
        title: bytes === null ? resize.doneWithoutLimit(volume.name) : resize.done(volume.name, formatBytes(bytes)),
      })
    }
    onClose()
  })
  return (
    <DialogForm
      title={resize.title(opened.name)}
      submit={resize.submit}
      isBusy={isBusy}
      changed={{ ...changed, anyway: resize.anyway }}
      error={errorAbove(form, update.error)}
      onClose={onClose}
      onSubmit={form.handleSubmit(send)}
    >
      <Facts
        columns={1}
        items={{
          [isFilesystem ? resize.limitNow : resize.sizeNow]: <Bytes value={volume.size_total} none={resize.noLimit} />,
          [resize.used]: <Bytes value={volume.size_used} />,
          ...(pool ? { [resize.freeInPool]: <Bytes value={pool.size_free} /> } : {}),
        }}
      />
      {isFilesystem && (
        <ChoiceField
          control={form.control}
          name="limit"
          label={resize.limit}
          choices={limitChoices}
          startsHere={limit === 'none'}
        />
      )}
      {limit !== 'none' && (
        <SizeField
          control={form.control}
          name="size_total"
          label={isFilesystem ? resize.newLimit : resize.newSize}
          help={isFilesystem ? undefined : resize.onlyLarger}
          startsHere
          isRequired
        />
      )}
    </DialogForm>
  )
}
