import { CopyId } from '../../ui/CopyId.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Nothing } from '../../ui/Nothing.tsx'
import { exactTime } from '../../ui/time.ts'
import type { AuditEntry } from '@vsnap/console-api/audit.ts'
import { Alert, Modal, ModalBody, ModalHeader } from '@patternfly/react-core'
import { AuditOutcome } from './AuditOutcome.tsx'

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
      <ModalBody tabIndex={0} aria-label="Change">
        <div className="vs-stack">
          {error && (
            <Alert variant="warning" isInline title={error.message}>
              <code className="vs-code">{error.type}</code>
            </Alert>
          )}
          {state === 'unknown' && !error && (
            <Alert variant="warning" isInline title="Nobody was told how it ended: look at the appliance." />
          )}
          <Facts
            columns={1}
            items={{
              Outcome: <AuditOutcome state={state} />,
              Status: status ?? <Nothing why="no answer" />,
              When: exactTime(time),
              Who: user ?? <Nothing why="nobody was logged in" />,
              From: address ?? <Nothing />,
              Appliance: appliance?.name ?? 'The console itself',
              Call: (
                <code className="vs-code vs-break">
                  {method} {path}
                </code>
              ),
              'Request id': <CopyId value={requestId} what="request id" whole />,
            }}
          />
          <div>
            <h2 className="vs-label">What was sent, without secrets</h2>
            <pre className="vs-pre">{JSON.stringify(request, null, 2)}</pre>
          </div>
        </div>
      </ModalBody>
    </Modal>
  )
}
