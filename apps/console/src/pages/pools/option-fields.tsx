import { Bytes } from '../../ui/Bytes.tsx'
import { CheckboxField } from '../../components/form/fields.tsx'
import type { Control, FieldPathByValue, FieldValues } from 'react-hook-form'

export interface OptionValues {
  compression: boolean
  deduplication: boolean
  syncwrite: boolean
}

const options: readonly { readonly name: keyof OptionValues; readonly label: string; readonly help: string }[] = [
  {
    name: 'compression',
    label: 'Compression',
    help: 'Takes less space, costs a little processor time. Good for nearly everything.',
  },
  {
    name: 'deduplication',
    label: 'Deduplication',
    help: 'Blocks that are alike are kept once. Costs memory, about 5 GiB for each TiB that is stored; with less, writing becomes slow.',
  },
  {
    name: 'syncwrite',
    label: 'Synchronous writes',
    help: 'What a client was told is written is on the disks. Off is faster, and the last seconds are lost when the power fails.',
  },
]

/** Memory that deduplication's table wants for data of a size; both in bytes. */
const tableFor = (size: number) => (size / 1024) * 5

/** What a pool does with its data, each with what it costs. `size`: of the pool, in bytes. */
export function OptionFields<Values extends FieldValues & OptionValues>({
  control,
  size,
}: {
  control: Control<Values>
  size: number | null | undefined
}) {
  return options.map(({ name, label, help }) => (
    <CheckboxField
      key={name}
      control={control}
      name={name as unknown as FieldPathByValue<Values, boolean>}
      label={label}
      help={
        name === 'deduplication' && size ? (
          <>
            {help} When this pool is full: about <Bytes value={tableFor(size)} />.
          </>
        ) : (
          help
        )
      }
    />
  ))
}
