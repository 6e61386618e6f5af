import { Checkbox } from '@patternfly/react-core'
import { useId, useState } from 'react'
import { useController, type Control, type FieldPath, type FieldPathByValue, type FieldValues } from 'react-hook-form'
import { FilterInput } from '../../ui/FilterInput.tsx'
import { FieldError } from './FieldError.tsx'
import { focusing } from './focus.ts'
import { itemsWith } from './pick-items.ts'
import { words } from './words.tsx'

export interface PickItem {
  readonly value: string
  readonly label: string
  /** Said at the line's end. */
  readonly aside?: React.ReactNode
  /** Why it cannot be picked. */
  readonly refusal?: string | undefined
}

/** From so many things on one looks for them by what they are called, and takes many at once. */
const long = 9

/** Any number of things picked from a list, of a long one with a filter; what cannot be picked says why. */
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
  const [wanted, setWanted] = useState('')
  if (items.length === 0) return <p>{empty}</p>
  const shown = itemsWith(items, wanted)
  const possible = shown.filter(({ refusal }) => refusal === undefined)
  const taken = possible.filter((item) => chosen.has(item.value))
  const isWhole = taken.length === possible.length
  const takeAll = () => {
    const all = new Set(possible.map((item) => item.value))
    onChange([...chosen].filter((item) => !all.has(item)).concat(isWhole ? [] : [...all]))
  }
  const first = possible[0]
  return (
    <div className="vs-picks">
      {items.length >= long && (
        <div className="vs-actions">
          <FilterInput label={words.pick.heard.filter} value={wanted} onChange={setWanted} />
          <Checkbox
            id={`${id}-all`}
            label={words.pick.all(possible.length)}
            isDisabled={possible.length === 0}
            isChecked={possible.length > 0 && isWhole ? true : taken.length > 0 ? null : false}
            onChange={takeAll}
          />
        </div>
      )}
      {shown.length === 0 && <p>{words.pick.noneMatch}</p>}
      <ul className="vs-settings" aria-label={label} hidden={shown.length === 0}>
        {shown.map((item) => (
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
