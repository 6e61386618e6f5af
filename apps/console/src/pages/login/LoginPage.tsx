import { sessionBegan } from '../../api/expiry.ts'
import { personQuery } from '../../api/person.ts'
import { queryClient } from '../../api/queries.ts'
import { LogInForm } from '../../components/LogInForm.tsx'
import { PageTitle } from '../../components/PageHeader.tsx'
import { ownPath } from '../../paths.ts'
import { Card, CardBody, CardHeader, Title } from '@patternfly/react-core'
import { useNavigate, useSearchParams } from 'react-router'
import { words } from './words.ts'

/** Log in, and back to where the person wanted to go. */
export default function LoginPage() {
  const [search] = useSearchParams()
  const navigate = useNavigate()
  return (
    <main className="vs-login">
      <PageTitle>{words.title}</PageTitle>
      <Card className="vs-login-card">
        <CardHeader>
          <Title headingLevel="h1" size="2xl">
            {words.console}
          </Title>
          <p className="vs-subtle">{words.lead}</p>
        </CardHeader>
        <CardBody>
          <LogInForm
            onLoggedIn={(person) => {
              // What another person saw is not for this one.
              queryClient.clear()
              queryClient.setQueryData(personQuery.queryKey, { user: person })
              sessionBegan()
              return navigate(ownPath(search.get('to')), { replace: true })
            }}
          />
        </CardBody>
      </Card>
    </main>
  )
}
