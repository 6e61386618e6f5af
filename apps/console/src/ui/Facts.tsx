import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
} from '@patternfly/react-core'

const widths = { 1: '1Col', 2: '2Col', 3: '3Col' } as const

/** Facts about one object, side by side where there is room: `<Facts items={{Address: …, Added: …}} />`. */
export function Facts({
  items,
  columns = 2,
}: {
  items: Readonly<Record<string, React.ReactNode>>
  columns?: 1 | 2 | 3
}) {
  return (
    <DescriptionList
      isHorizontal
      isCompact
      horizontalTermWidthModifier={{ default: '14ch' }}
      columnModifier={{ default: '1Col', xl: widths[columns] }}
    >
      {Object.entries(items).map(([term, fact]) => (
        <DescriptionListGroup key={term}>
          <DescriptionListTerm>{term}</DescriptionListTerm>
          <DescriptionListDescription>{fact}</DescriptionListDescription>
        </DescriptionListGroup>
      ))}
    </DescriptionList>
  )
}
