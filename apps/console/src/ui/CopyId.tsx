import { Button } from '@patternfly/react-core'
import { CheckIcon, CopyIcon } from '@patternfly/react-icons'
import { Fragment, useState } from 'react'
import { words } from './words.ts'

/** A long text shortened in the middle: `36000c29…e344cb`. */
export function shortened(text: string, head = 8, tail = 6): string {
  return text.length > head + tail + 2 ? `${text.slice(0, head)}…${text.slice(-tail)}` : text
}

/** A text that wraps after its colons, slashes and spaces rather than anywhere. */
function breakable(text: string): React.ReactNode[] {
  return text.split(/(?<=[:/ ])/).map((part, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- the parts of one text never change their order
    <Fragment key={index}>
      {part}
      <wbr />
    </Fragment>
  ))
}

/** An id, serial, or address in monospace with a button that copies all of it. `what` names it for the button. */
export function CopyId({
  value,
  what,
  whole = false,
}: {
  value: string
  what: keyof typeof words.copyId
  whole?: boolean
}) {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(value)
    setCopied(true)
    setTimeout(() => setCopied(false), 2000)
  }
  return (
    <span className="vs-copy">
      <code className={whole ? 'vs-code vs-break' : 'vs-code'} title={value}>
        {whole ? breakable(value) : shortened(value)}
      </code>
      <Button
        variant="plain"
        size="sm"
        hasNoPadding
        aria-label={copied ? words.copyId[what].copied : words.copyId[what].copy}
        icon={copied ? <CheckIcon /> : <CopyIcon />}
        onClick={() => void copy()}
      />
    </span>
  )
}
