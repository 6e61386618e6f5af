import { bff } from '../../api/queries.ts'
import { PageHeader } from '../../components/PageHeader.tsx'
import { PageLink } from '../../components/PageLink.tsx'
import { viewAddress } from '../../components/views/view-address.ts'
import { paths } from '../../paths.ts'
import { EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core'
import { SearchIcon } from '@patternfly/react-icons'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Navigate, useParams } from 'react-router'
import { words } from './words.ts'

const { page } = words

/** The address of a view: leads to its list, with its question. */
export default function ViewPage() {
  const { id } = useParams()
  const { data } = useSuspenseQuery(bff('viewList'))
  const view = data.views.find((one) => one.id === id)
  if (view) return <Navigate to={viewAddress(view)} replace />
  return (
    <>
      <PageHeader title={page.title} />
      <EmptyState titleText={page.noSuch} headingLevel="h2" icon={SearchIcon}>
        <EmptyStateBody>{page.why}</EmptyStateBody>
        <EmptyStateFooter>
          <EmptyStateActions>
            <PageLink to={paths.views()}>{page.toAll}</PageLink>
          </EmptyStateActions>
        </EmptyStateFooter>
      </EmptyState>
    </>
  )
}
