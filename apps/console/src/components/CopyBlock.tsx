import { ClipboardCopyButton, CodeBlock, CodeBlockAction, CodeBlockCode } from '@patternfly/react-core'
import { useId, useState } from 'react'

interface CopyBlockProps {
  readonly text: string
  /** What its button does, for people who cannot see it: `Copy script`. */
  readonly label: string
  /** What the button says before and after. */
  readonly words: { readonly copy: string; readonly copied: string }
}

/** Lines of code, with a button that copies them. */
export function CopyBlock({ text, label, words }: CopyBlockProps) {
  const id = useId()
  const [copied, setCopied] = useState(false)
  return (
    <CodeBlock
      actions={
        <CodeBlockAction>
          <ClipboardCopyButton
            id={id}
            variant="plain"
            aria-label={label}
            onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
          >
            {copied ? words.copied : words.copy}
          </ClipboardCopyButton>
        </CodeBlockAction>
      }
    >
      <CodeBlockCode className="vs-code vs-break">{text}</CodeBlockCode>
    </CodeBlock>
  )
}
