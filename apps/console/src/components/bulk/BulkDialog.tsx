import { useSubmitPlan, type PlannedCall } from '../../api/plans.ts'
import { paths } from '../../paths.ts'
import { Alert, List, ListItem } from '@patternfly/react-core'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { ConfirmField, isConfirmed } from '../form/ConfirmField.tsx'
import { DialogForm } from '../form/DialogForm.tsx'
import { PlanReview } from '../PlanReview.tsx'
import type { LeftOut } from './BulkBar.tsx'
import { words } from './words.ts'

const { dialog } = words

interface BulkDialogProps {
  readonly title: string
  /** The verb, on the button. */
  readonly submit: string
  /** What the task is called. */
  readonly task: string
  /** Every call that the plan makes; undefined while what they are depends on what is still being read. */
  readonly calls: readonly PlannedCall[] | undefined
  readonly left: readonly LeftOut[]
  /** What has to be typed before it is done. */
  readonly phrase?: string
  /** It takes something away: always when something has to be typed for it. */
  readonly isDanger?: boolean
  /** What goes with them, a line each. */
  readonly consequences?: readonly string[]
  /** What the lines are, when they are no losses for good. */
  readonly heading?: string
  /** What stays as it is, or why nothing is known. */
  readonly note?: React.ReactNode
  /** Not yet, for a reason that the fields say. */
  readonly isDisabled?: boolean
  readonly onClose: () => void
  readonly children?: React.ReactNode
}

/** Something that is done with many at once: what is left out, what goes with it, every call; then one plan, and its task. */
export function BulkDialog({
  title,
  submit,
  task,
  calls,
  left,
  phrase,
  isDanger = phrase !== undefined,
  consequences = [],
  heading = dialog.alsoGoes,
  note,
  isDisabled = false,
  onClose,
  children,
}: BulkDialogProps) {
  const [typed, setTyped] = useState('')
  const plan = useSubmitPlan()
  const navigate = useNavigate()
  const isReady = calls !== undefined && calls.length > 0 && !isDisabled
  const isSure = isReady && (phrase === undefined || isConfirmed(typed, phrase))
  const send = async () => {
    if (!isSure) return
    const { id: taskId } = await plan.mutateAsync({ title: task, calls })
    await navigate(paths.task(taskId))
  }
  return (
    <DialogForm
      title={title}
      submit={submit}
      isWide
      isDanger={isDanger}
      isBusy={plan.isPending}
      isDisabled={!isSure}
      error={plan.error}
      onClose={onClose}
      onSubmit={() => send().catch(() => undefined)}
    >
      <LeftOuts left={left} />
      {children}
      {calls === undefined && note === undefined && <output>{dialog.counting}</output>}
      {calls !== undefined && calls.length > 0 && consequences.length > 0 && (
        <div>
          <p>{heading}</p>
          <List>
            {consequences.map((line) => (
              <ListItem key={line}>{line}</ListItem>
            ))}
          </List>
        </div>
      )}
      {note && <div>{note}</div>}
      {isReady && <PlanReview calls={calls} />}
      {phrase !== undefined && isReady && (
        <ConfirmField label={dialog.typeThis} phrase={phrase} value={typed} onChange={setTyped} />
      )}
    </DialogForm>
  )
}

/** More than this are counted and not named. */
const readable = 8

/** What is not done, and why. */
function LeftOuts({ left }: { left: readonly LeftOut[] }) {
  if (left.length === 0) return null
  return (
    <Alert variant="warning" isInline title={dialog.leftOut(left.length)}>
      <List>
        {left.slice(0, readable).map(({ name, reason }) => (
          <ListItem key={name} className="vs-break">
            <bdi>{name}</bdi>: {reason}
          </ListItem>
        ))}
        {left.length > readable && <ListItem>{dialog.more(left.length - readable)}</ListItem>}
      </List>
    </Alert>
  )
}
