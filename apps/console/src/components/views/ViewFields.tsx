import { usePerson } from '../../api/person.ts'
import { consoleApi } from '@vsnap/console-api/api.ts'
import { shareRefusal } from '@vsnap/console-api/view.ts'
import type { Control } from 'react-hook-form'
import { z } from 'zod'
import { CheckboxField, TextField } from '../form/fields.tsx'
import { words } from './words.ts'

const { fields } = words

export const viewSchema = z.object({
  name: consoleApi.viewCreate.body.shape.name,
  shared: z.boolean(),
  on_overview: z.boolean(),
})
export type ViewValues = z.output<typeof viewSchema>

/** What a view is called, and who sees it where. */
export function ViewFields({ control, isShared = false }: { control: Control<ViewValues>; isShared?: boolean }) {
  const person = usePerson()
  // Who may not share may still take back what is shared.
  const refusal = isShared ? undefined : shareRefusal(person)
  return (
    <>
      <TextField control={control} name="name" label={fields.name} autoComplete="off" startsHere isRequired />
      <CheckboxField
        control={control}
        name="shared"
        label={fields.share}
        help={refusal ?? fields.shareHelp}
        isDisabled={refusal !== undefined}
      />
      <CheckboxField control={control} name="on_overview" label={fields.count} help={fields.countHelp} />
    </>
  )
}
