import type { ShownCall } from '../api/calls.ts'
import { rawAnswer, rawConsoleAnswer } from '../api/client.ts'
import { bff } from '../api/queries.ts'
import { asConsoleCurl, asCurl } from '../api/shell.ts'
import { Skeleton } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { paths } from '../paths.ts'
import { CopyBlock } from './CopyBlock.tsx'
import { words } from './call-words.tsx'
import { ErrorAlert } from './ErrorAlert.tsx'
import { PageLink } from './PageLink.tsx'

/** What a call is called, and where its description is: in the guide, and in the console's own reference. `isAside`: what is on the page stays there. */
export function CallTitle({ call, isAside = false }: { call: ShownCall; isAside?: boolean }) {
  const { title, section } = call.endpoint
  return (
    <>
      {title}
      {section !== undefined && (
        <>
          ,{' '}
          <PageLink
            to={paths.apiReference({ q: title })}
            className="vs-in-text"
            {...(isAside ? { target: '_blank', rel: 'noreferrer' } : {})}
          >
            {words.guide(section)}
          </PageLink>
        </>
      )}
    </>
  )
}

/** A call to an appliance as curl. */
export function ApplianceCurl({ applianceId, call }: { applianceId: string; call: ShownCall }) {
  const { data: appliance } = useQuery(bff('applianceView', { params: { id: applianceId } }))
  if (!appliance) return null
  return (
    <Curl
      label={words.curlToAppliance}
      note={appliance.fingerprint === null ? words.asksForPassword : words.pinned}
      lines={asCurl(appliance, call)}
    />
  )
}

/** A call to the console itself as curl. */
export function ConsoleCurl({ call }: { call: ShownCall }) {
  return (
    <Curl
      label={words.curlToConsole}
      note={words.token((text) => (
        <PageLink to={paths.settings({ tab: 'tokens' })} className="vs-in-text">
          {text}
        </PageLink>
      ))}
      lines={asConsoleCurl(location.origin, call)}
    />
  )
}

/** Lines for a shell, to copy, and what they need. */
function Curl({ label, note, lines }: { label: string; note: React.ReactNode; lines: string }) {
  return (
    <div>
      <h2 className="vs-label">{label}</h2>
      <CopyBlock text={lines} label={words.heard.copyCurl} words={words} />
      <p className="vs-subtle">{note}</p>
    </div>
  )
}

/** What an appliance answers to a reading call now, as it comes. */
export function ApplianceAnswer({ applianceId, call: { path } }: { applianceId: string; call: ShownCall }) {
  return (
    <AnswerAsIs queryKey={['raw', applianceId, path]} ask={() => rawAnswer(applianceId, path.replace(/^\/api/, ''))} />
  )
}

/** What the console itself answers to a reading call now, as it comes. */
export function ConsoleAnswer({ call: { path } }: { call: ShownCall }) {
  return <AnswerAsIs queryKey={['raw', path]} ask={() => rawConsoleAnswer(path)} />
}

function AnswerAsIs({
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
