import type { ShownCall } from '../api/calls.ts'
import { FormSelect, FormSelectOption, Modal, ModalBody, ModalHeader } from '@patternfly/react-core'
import { useState } from 'react'
import { ApplianceAnswer, ApplianceCurl, CallTitle, ConsoleAnswer, ConsoleCurl } from './api-parts.tsx'
import { words } from './call-words.tsx'
import { CallSchema } from './Schema.tsx'

const lineOf = ({ method, path }: ShownCall) => `${method} ${path}`

/** Reading calls, one at a time: as curl, with its schema, and what is answered now. */
export function ApiDialog({
  applianceId,
  calls,
  onClose,
}: {
  applianceId: string
  calls: readonly ShownCall[]
  onClose: () => void
}) {
  const [chosen, setChosen] = useState(0)
  const call = calls[chosen]
  if (!call) return null
  const isOwn = call.server === 'console'
  return (
    <Modal isOpen variant="medium" onClose={onClose} aria-labelledby="api-call-title">
      <ModalHeader title={lineOf(call)} description={<CallTitle call={call} />} labelId="api-call-title" />
      <ModalBody tabIndex={0} aria-label={words.heard.apiCall}>
        <div className="vs-stack">
          {calls.length > 1 && (
            <FormSelect
              value={chosen}
              onChange={(_, value) => setChosen(Number(value))}
              aria-label={words.heard.callShown}
            >
              {calls.map((each, index) => (
                <FormSelectOption key={lineOf(each)} value={index} label={lineOf(each)} />
              ))}
            </FormSelect>
          )}
          {isOwn ? <ConsoleCurl call={call} /> : <ApplianceCurl applianceId={applianceId} call={call} />}
          <CallSchema endpoint={call.endpoint} />
          {isOwn ? <ConsoleAnswer call={call} /> : <ApplianceAnswer applianceId={applianceId} call={call} />}
        </div>
      </ModalBody>
    </Modal>
  )
}
