import { useRunAgain } from '../../api/plans.ts'
import { ConfirmField, isConfirmed } from '../../components/form/ConfirmField.tsx'
import { DialogForm } from '../../components/form/DialogForm.tsx'
import { paths } from '../../paths.ts'
import type { Plan } from '@vsnap/console-api/plan.ts'
import { List, ListItem } from '@patternfly/react-core'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { planSource } from './plan-script.ts'
import { destroys } from './task-actions.ts'
import { words } from './words.tsx'

/** Asks before a plan is submitted once more, as a new one: what it calls, and where. */
export function RunAgainDialog({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const again = useRunAgain()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const groups = Map.groupBy(plan.steps, ({ title, appliance }) => `${title} ${appliance.id}`)
  const destroyed = plan.steps.filter(({ operation }) => destroys(operation)).length
  const phrase = destroyed > 0 ? words.again.phrase(destroyed) : undefined
  const isSure = phrase === undefined || isConfirmed(typed, phrase)
  const run = async () => {
    if (!isSure) return
    const { id } = await again.mutateAsync({ body: planSource(plan) })
    await navigate(paths.task(id))
  }
  return (
    <DialogForm
      title={words.again.title}
      description={words.again.text}
      submit={words.again.submit}
      isDanger={phrase !== undefined}
      isBusy={again.isPending}
      isDisabled={!isSure}
      error={again.error}
      onClose={onClose}
      onSubmit={() => run().catch(() => undefined)}
    >
      <List>
        {[...groups].map(
          ([key, [first, ...more]]) =>
            first && (
              <ListItem key={key} className="vs-break">
                {words.again.line(first.title, first.appliance.name, 1 + more.length)}
              </ListItem>
            ),
        )}
      </List>
      {phrase !== undefined && (
        <ConfirmField label={words.undo.typeThis} phrase={phrase} value={typed} onChange={setTyped} />
      )}
    </DialogForm>
  )
}
