import { asCurl, type ShownCall } from '../api/calls.ts'
import { rawAnswer } from '../api/client.ts'
import { bff } from '../api/queries.ts'
import { Button, ClipboardCopy, Modal, ModalBody, ModalHeader, Skeleton } from '@patternfly/react-core'
import { CodeIcon } from '@patternfly/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { paths } from '../paths.ts'
import { ErrorAlert } from './ErrorAlert.tsx'
import { PageLink } from './PageLink.tsx'
import { words } from './call-words.tsx'

/** A button that shows the exact call behind a page, as curl, and the appliance's answer as it comes. `call`: `vsnapCall('poolView', …)`. */
export function ApiCall({ applianceId, call }: { applianceId: string; call: ShownCall }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="secondary" icon={<CodeIcon />} onClick={() => setOpen(true)}>
        {words.api}
      </Button>
      {open && <ApiCallDialog applianceId={applianceId} call={call} onClose={() => setOpen(false)} />}
    </>
  )
}

function ApiCallDialog({ applianceId, call, onClose }: { applianceId: string; call: ShownCall; onClose: () => void }) {
  return (
    <Modal isOpen variant="medium" onClose={onClose} aria-labelledby="api-call-title">
      <ModalHeader
        title={`${call.method} ${call.path}`}
        description={<CallTitle call={call} />}
        labelId="api-call-title"
      />
      <ModalBody tabIndex={0} aria-label={words.heard.apiCall}>
        <ApiAnswer applianceId={applianceId} call={call} />
      </ModalBody>
    </Modal>
  )
}

/** What a call is called, and where its description is: in the guide, and in the console's own reference. */
export function CallTitle({ call: { title, section } }: { call: ShownCall }) {
  return (
    <>
      {title}
      {section !== undefined && (
        <>
          ,{' '}
          <PageLink to={paths.apiReference({ q: title })} className="vs-in-text">
            {words.guide(section)}
          </PageLink>
        </>
      )}
    </>
  )
}

/** A reading call as curl, and what an appliance answers to it now. */
export function ApiAnswer({ applianceId, call }: { applianceId: string; call: ShownCall }) {
  const { data: appliance } = useQuery(bff('applianceView', { params: { id: applianceId } }))
  return (
    <div className="vs-stack">
      {appliance && <Curl label={words.curlToAppliance}>{asCurl(appliance.url, appliance.username, call)}</Curl>}
      <AnswerAsIs
        queryKey={['raw', applianceId, call.path]}
        ask={() => rawAnswer(applianceId, call.path.replace(/^\/api/, ''))}
      />
    </div>
  )
}

/** A line for a shell, to copy. */
export function Curl({ label, children }: { label: string; children: string }) {
  return (
    <div>
      <h2 className="vs-label">{label}</h2>
      <ClipboardCopy isCode isBlock hoverTip={words.copy} clickTip={words.copied} variant="inline-compact">
        {children}
      </ClipboardCopy>
    </div>
  )
}

/** An answer as it comes. */
export function AnswerAsIs({
  queryKey,
  ask,
}: {
  queryKey: readonly string[]
  ask: () => Promise<{ status: number; body: unknown }>
}) {
  const answer = useQuery({ queryKey, queryFn: ask, gcTime: 0, staleTime: 0 })
  return (
    <div>
      <h2 className="vs-label">{answer.data ? words.answerWith(answer.data.status) : words.answer}</h2>
      {answer.error ? (
        <ErrorAlert error={answer.error} />
      ) : answer.data ? (
        <pre className="vs-pre">{JSON.stringify(answer.data.body, null, 2)}</pre>
      ) : (
        <Skeleton height="12rem" />
      )}
    </div>
  )
}
