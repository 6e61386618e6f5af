import { ActionButton } from '../components/actions.tsx'
import { PageTitle } from '../components/PageHeader.tsx'
import { paths } from '../paths.ts'
import { EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core'
import { SearchIcon } from '@patternfly/react-icons'
import { words } from './words.tsx'

export function NotFoundPage() {
  return (
    <EmptyState titleText={words.notFound.title} headingLevel="h1" icon={SearchIcon}>
      <PageTitle>{words.notFound.page}</PageTitle>
      <EmptyStateBody>{words.notFound.text}</EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          <ActionButton variant="primary" action={{ label: words.error.start, to: paths.home() }} />
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  )
}
