import { bff } from '../../api/queries.ts'
import { CopyBlock } from '../../components/CopyBlock.tsx'
import type { Plan } from '@vsnap/console-api/plan.ts'
import { Modal, ModalBody, ModalHeader } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { planScript, planSource } from './plan-script.ts'
import { words } from './words.tsx'

const { script } = words

/** A plan to take along: as a shell script of curl calls, or as the JSON that makes it again. */
export function ScriptDialog({ plan, form, onClose }: { plan: Plan; form: 'script' | 'json'; onClose: () => void }) {
  const { data } = useQuery(bff('applianceList'))
  const text = form === 'json' ? JSON.stringify(planSource(plan), null, 2) : planScript(plan, data?.appliances ?? [])
  return (
    <Modal isOpen variant="large" onClose={onClose} aria-labelledby="script-title">
      <ModalHeader title={script.as[form].title} labelId="script-title" description={script.as[form].text} />
      <ModalBody tabIndex={0} aria-label={script.heard.script}>
        <CopyBlock text={text} label={script.heard.copy} words={script} />
      </ModalBody>
    </Modal>
  )
}
