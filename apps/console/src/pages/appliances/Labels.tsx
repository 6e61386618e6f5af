import { Nothing } from '../../ui/Nothing.tsx'
import { Label, LabelGroup } from '@patternfly/react-core'

/** The labels of an appliance: `site=fra`. */
export function Labels({ labels }: { labels: readonly string[] }) {
  if (labels.length === 0) return <Nothing why="none" />
  return (
    <LabelGroup numLabels={4} aria-label="Labels">
      {labels.map((label) => (
        <Label key={label} isCompact>
          {label}
        </Label>
      ))}
    </LabelGroup>
  )
}
