import { errorKind, errorText, type ErrorKind } from '../api/errors.ts'
import { bff } from '../api/queries.ts'
import { ActionButton, type Action } from '../components/actions.tsx'
import { PageTitle } from '../components/PageHeader.tsx'
import { paths } from '../paths.ts'
import { setApart } from '../ui/isolated.ts'
import { Button, EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core'
import { BanIcon, ExclamationCircleIcon, SearchIcon } from '@patternfly/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useLocation, useParams, useRevalidator, useRouteError } from 'react-router'
import { Frame, FrameSection } from './Frame.tsx'
import { words } from './words.tsx'

const icons: Partial<Record<ErrorKind, React.ComponentType>> = { gone: SearchIcon, 'not-allowed': BanIcon }

/** A page that could not be shown: whose words the error is, and what can be done. `whole`: the shell itself failed. */
export function PageError({ whole = false }: { whole?: boolean }) {
  const content = <PageErrorContent />
  if (!whole) return content
  return (
    <Frame>
      <FrameSection>{content}</FrameSection>
    </Frame>
  )
}

function PageErrorContent() {
  const error = useRouteError()
  const { revalidate, state } = useRevalidator()
  const { applianceId } = useParams()
  const { pathname } = useLocation()
  const { data } = useQuery({ ...bff('applianceList'), enabled: applianceId !== undefined })
  const kind = errorKind(error)
  const text = errorText(error)
  const name = data?.appliances.find(({ id }) => id === applianceId)?.name
  return (
    <EmptyState
      titleText={text.title}
      headingLevel="h1"
      icon={icons[kind] ?? ExclamationCircleIcon}
      {...(icons[kind] ? {} : { status: 'danger' as const })}
    >
      <PageTitle>{text.title}</PageTitle>
      <EmptyStateBody>
        {name && (
          <strong>
            <bdi className="vs-break">{name}</bdi>:{' '}
          </strong>
        )}
        <span className="vs-break">{setApart(text.message)}</span>
        <div>
          <code className="vs-code vs-subtle">{text.type}</code>
        </div>
      </EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          {kind !== 'gone' && kind !== 'not-allowed' && (
            <Button variant="primary" isLoading={state === 'loading'} onClick={() => void revalidate()}>
              {words.error.tryAgain}
            </Button>
          )}
          <ActionButton variant="link" action={wayOut(kind, applianceId, pathname)} />
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  )
}

/** The list that an object is in, by its address: `/appliances/7/pools/1`, `/volumes/create?snapshot=3`. */
function listOf(applianceId: string | undefined, pathname: string): Action | undefined {
  const appliance = { appliance: applianceId }
  const [, first, , third] = pathname.split('/')
  const resource = first === 'appliances' ? third : first
  if (resource === 'tasks') return { label: words.error.tasks, to: paths.tasks() }
  if (resource === 'pools') return { label: words.error.pools, to: paths.pools(appliance) }
  if (resource === 'volumes') return { label: words.error.volumes, to: paths.volumes(appliance) }
  if (resource === 'snapshots') return { label: words.error.snapshots, to: paths.snapshots(appliance) }
  if (resource === 'shares') return { label: words.error.shares, to: paths.shares(appliance) }
  if (resource === 'hosts') return { label: words.error.hosts, to: paths.hosts(appliance) }
  if (resource === 'relationships') return { label: words.error.relationships, to: paths.replication(appliance) }
  if (resource === 'sessions')
    return { label: words.error.sessions, to: paths.replication({ ...appliance, tab: 'sessions' }) }
  if (resource === 'partners')
    return { label: words.error.partners, to: paths.replication({ ...appliance, tab: 'partners' }) }
  return undefined
}

function wayOut(kind: ErrorKind, applianceId: string | undefined, pathname: string): Action {
  const list = kind === 'gone' ? listOf(applianceId, pathname) : undefined
  if (list) return list
  if (applianceId === undefined) return { label: words.error.start, to: paths.home() }
  if (kind === 'not-initialised') return { label: words.error.initialise, to: paths.applianceInitialize(applianceId) }
  if (kind === 'gone') return { label: words.error.appliances, to: paths.appliances() }
  return { label: words.error.appliance, to: paths.appliance(applianceId) }
}
