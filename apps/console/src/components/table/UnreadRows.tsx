import type { ListedResource, UnreadRows as Unread } from '../../api/fleet.ts'
import { paths } from '../../paths.ts'
import { setApart } from '../../ui/isolated.ts'
import { Alert } from '@patternfly/react-core'
import { PageLink } from '../PageLink.tsx'
import { words } from './words.tsx'

interface UnreadRowsProps {
  readonly resource: ListedResource
  readonly unread: readonly Unread[] | undefined
  /** Only this appliance (id) is shown. */
  readonly of?: string | undefined
}

/** Says which appliances have rows that are not what the API describes, how many, and what is wrong with them. */
export function UnreadRows({ resource, unread = [], of: only }: UnreadRowsProps) {
  const shown = unread.filter(({ appliance }) => only === undefined || appliance.id === only)
  if (shown.length === 0) return null
  const rows = shown.reduce((sum, { count }) => sum + count, 0)
  return (
    <Alert variant="warning" isInline title={words.unread.title(rows)}>
      {shown.map(({ appliance: { id, name }, count, problem }) => (
        <div key={id} className="vs-break">
          <PageLink to={paths.appliance(id)} className="vs-name">
            {name}
          </PageLink>
          {`: ${setApart(words.unread[resource](count, problem))}`}
        </div>
      ))}
    </Alert>
  )
}
