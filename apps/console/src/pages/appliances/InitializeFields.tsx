import { CheckboxField } from '../../components/form/fields.tsx'
import type { Control } from 'react-hook-form'
import { words } from './initialize-words.ts'

const { fields } = words

export interface InitializeValues {
  multipool: boolean
  skip_pool: boolean
}

/** What can be chosen when a system is initialised (guide §2.2), explained. */
export function InitializeFields({ control }: { control: Control<InitializeValues> }) {
  return (
    <>
      <CheckboxField control={control} name="multipool" label={fields.multipool} help={fields.multipoolHelp} />
      <CheckboxField control={control} name="skip_pool" label={fields.skipPool} help={fields.skipPoolHelp} />
    </>
  )
}
