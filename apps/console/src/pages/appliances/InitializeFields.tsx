import { CheckboxField } from '../../components/form/fields.tsx'
import type { Control } from 'react-hook-form'

export interface InitializeValues {
  multipool: boolean
  skip_pool: boolean
}

/** What can be chosen when a system is initialised (guide §2.2), explained. */
export function InitializeFields({ control }: { control: Control<InitializeValues> }) {
  return (
    <>
      <CheckboxField
        control={control}
        name="multipool"
        label="Allow several pools"
        help="multipool: without it the system has one pool, ever. It cannot be changed later."
      />
      <CheckboxField
        control={control}
        name="skip_pool"
        label="Do not create a pool now"
        help="skip_pool: without it all unused disks become one pool now, and the system chooses its layout. Skip it to choose disks and layout yourself."
      />
    </>
  )
}
