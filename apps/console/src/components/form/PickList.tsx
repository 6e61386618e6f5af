import { Checkbox } from '@patternfly/react-core'
import { useId } from 'react'
import { useController, type Control, type FieldPath, type FieldPathByValue, type FieldValues } from 'react-hook-form'
import { FieldError } from './FieldError.tsx'
import { focusing } from './focus.ts'
import { words } from './words.tsx'

export interface PickItem {
  readonly value: string
  readonly label: string
  /** Said at the line's end. */
  readonly aside?: React.ReactNode
  /** Why it cannot be picked. */
  readonly refusal?: string | undefined
}

/** Any number of things picked from a list; what cannot be picked says why. */
export function PickList<Values extends FieldValues>({
  control,
  name,
  label,
  items,
  empty,
  startsHere = false,
}: {
  readonly control: Control<Values>
  /** A list of values. */
  readonly name: FieldPathByValue<Values, string[]>
  readonly label: string
  readonly items: readonly PickItem[]
  /** What to say when there is nothing. */
  readonly empty: string
  /** The first that can be picked has the focus when the step opens. */
  readonly startsHere?: boolean
}) {
  const id = useId()
  const {
    field: { ref, value, onChange },
    fieldState: { error },
  } = useController({ control, name: name as FieldPath<Values> })
  const chosen = new Set(value as readonly string[])
  const toggle = (item: string) => {
    if (chosen.has(item)) chosen.delete(item)
    else chosen.add(item)
    onChange([...chosen])
  }
  if (items.length === 0) return <p>{empty}</p>
  const first = items.find(({ refusal }) => refusal === undefined)
  return (
    <div>
      <ul className="vs-settings" aria-label={label}>
        {items.map((item) => (
          <li key={item.value} className="vs-setting vs-setting-compact">
            <Checkbox
              id={`${id}-${item.value}`}
              ref={item === first ? focusing(ref, `${id}-${item.value}`) : undefined}
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- in wizard steps, where the focus has to go somewhere
              autoFocus={startsHere && item === first}
              label={<span className="vs-name">{item.label}</span>}
              description={item.refusal}
              isDisabled={item.refusal !== undefined}
              isChecked={chosen.has(item.value)}
              onChange={() => toggle(item.value)}
            />
            {item.aside && <span className="vs-subtle">{item.aside}</span>}
          </li>
        ))}
      </ul>
      <output className="vs-subtle">
        {words.picked(items.filter(({ value: item }) => chosen.has(item)).length, items.length)}
      </output>
      <FieldError message={error?.message} />
    </div>
  )
}
