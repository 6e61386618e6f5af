import { Bytes } from '../../ui/Bytes.tsx'
import { CheckboxField } from '../../components/form/fields.tsx'
import type { Control, FieldPathByValue, FieldValues } from 'react-hook-form'
import { words } from './dialog-words.tsx'

const { options } = words

export interface OptionValues {
  compression: boolean
  deduplication: boolean
  syncwrite: boolean
}

const names = ['compression', 'deduplication', 'syncwrite'] as const satisfies readonly (keyof OptionValues)[]

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
  return names.map((name) => (
    <CheckboxField
      key={name}
      control={control}
      name={name as unknown as FieldPathByValue<Values, boolean>}
      label={options[name].label}
      help={
        name === 'deduplication' && size ? (
          <>
            {options.deduplication.help} {options.deduplication.whenFull(<Bytes value={tableFor(size)} />)}
          </>
        ) : (
          options[name].help
        )
      }
    />
  ))
}
