import { Nothing } from '../../ui/Nothing.tsx'
import { Label, LabelGroup } from '@patternfly/react-core'
import { words } from './words.ts'

/** The labels of an appliance: `site=fra`. */
export function Labels({ labels }: { labels: readonly string[] }) {
  if (labels.length === 0) return <Nothing why={words.labels.none} />
  return (
    <LabelGroup numLabels={4} aria-label={words.labels.heard.labels}>
      {labels.map((label) => (
        <Label key={label} isCompact>
          {label}
        </Label>
      ))}
    </LabelGroup>
  )
}
