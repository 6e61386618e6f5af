import { CopyId } from '../../ui/CopyId.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Nothing } from '../../ui/Nothing.tsx'
import { exactTime } from '../../ui/time.ts'
import type { AuditEntry } from '@vsnap/console-api/audit.ts'
import { Alert, Modal, ModalBody, ModalHeader } from '@patternfly/react-core'
import { AuditOutcome } from './AuditOutcome.tsx'
import { words } from './words.ts'

const { facts } = words

/** One line of the trail, whole. */
export function AuditEntryDialog({ entry, onClose }: { entry: AuditEntry; onClose: () => void }) {
  const {
    title,
    time,
    user,
    address,
    appliance,
    method,
    path,
    state,
    status,
    error,
    request,
    request_id: requestId,
  } = entry
  return (
    <Modal isOpen variant="medium" onClose={onClose} aria-labelledby="audit-title">
      <ModalHeader title={title} labelId="audit-title" />
      <ModalBody tabIndex={0} aria-label={words.entry.heard.change}>
        <div className="vs-stack">
          {error && (
            <Alert variant="warning" isInline title={error.message}>
              <code className="vs-code">{error.type}</code>
            </Alert>
          )}
          {state === 'unknown' && !error && <Alert variant="warning" isInline title={words.entry.untold} />}
          <Facts
            columns={1}
            items={{
              [facts.outcome]: <AuditOutcome state={state} />,
              [words.entry.status]: status ?? <Nothing why={words.entry.noAnswer} />,
              [facts.when]: exactTime(time),
              [facts.who]: user ?? <Nothing why={facts.nobody} />,
              [facts.from]: address ?? <Nothing />,
              [facts.appliance]: appliance?.name ?? facts.console,
              [facts.call]: (
                <code className="vs-code vs-break">
                  {method} {path}
                </code>
              ),
              [facts.requestId]: <CopyId value={requestId} what="request id" whole />,
            }}
          />
          <div>
            <h2 className="vs-label">{words.entry.sent}</h2>
            <pre className="vs-pre">{JSON.stringify(request, null, 2)}</pre>
          </div>
        </div>
      </ModalBody>
    </Modal>
  )
}
