import { ActionButton } from '../components/actions.tsx'
import { PageTitle } from '../components/PageHeader.tsx'
import { paths } from '../paths.ts'
import { EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core'
import { SearchIcon } from '@patternfly/react-icons'

export function NotFoundPage() {
  return (
    <EmptyState titleText="There is no page here" headingLevel="h1" icon={SearchIcon}>
      <PageTitle>Not found</PageTitle>
      <EmptyStateBody>The address may be mistyped, or from another version of the console.</EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          <ActionButton variant="primary" action={{ label: 'Go to the start page', to: paths.home() }} />
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  )
}
