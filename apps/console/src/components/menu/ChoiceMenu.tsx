import { MenuButton } from './MenuButton.tsx'

/** Something that can be chosen. */
export interface Choice<T extends string> {
  readonly value: T
  readonly text: React.ReactNode
  readonly icon?: React.ReactNode
}

interface ChoiceMenuProps<T extends string> extends Omit<
  React.ComponentProps<typeof MenuButton>,
  'kind' | 'parts' | 'onSelect' | 'value'
> {
  /** What is chosen, for people who cannot see it: `Group by`. */
  readonly label: string
  readonly choices: readonly Choice<T>[]
  readonly chosen: T
  readonly onChoose: (value: T) => void
}

/** A button that says what is chosen, with a menu of what else can be: one of `choices`. */
export function ChoiceMenu<T extends string>({ label, choices, chosen, onChoose, ...button }: ChoiceMenuProps<T>) {
  return (
    <MenuButton
      {...button}
      kind="choice"
      parts={[{ label, entries: choices.map((choice) => ({ ...choice, isChosen: choice.value === chosen })) }]}
      onSelect={(value) => {
        const choice = choices.find((each) => each.value === value)
        if (choice) onChoose(choice.value)
      }}
    />
  )
}
