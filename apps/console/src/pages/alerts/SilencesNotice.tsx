import { said } from '../../ui/isolated.ts'
import { useConsoleOperation } from '../../api/operations.ts'
import { useRefusal } from '../../api/person.ts'
import { bff } from '../../api/queries.ts'
import { ActionButton } from '../../components/actions.tsx'
import { PageLink } from '../../components/PageLink.tsx'
import { toast } from '../../components/toasts.tsx'
import { paths } from '../../paths.ts'
import { exactTime } from '../../ui/time.ts'
import { Alert } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'

/** Which appliances nothing is told of, and until when. */
export function SilencesNotice() {
  const { data } = useQuery(bff('silenceList'))
  const end = useConsoleOperation('silenceEnd')
  const refusal = useRefusal()
  return data?.silences.map(({ appliance: { id, name }, until, user }) => (
    <Alert
      key={id}
      variant="info"
      isInline
      title={said`${name} is silenced until ${exactTime(until)}`}
      actionLinks={
        <ActionButton
          variant="link"
          action={{
            label: said`End silence of ${name}`,
            refusal: refusal('silenceEnd'),
            onSelect: () =>
              end.mutate(
                { params: { id } },
                {
                  onSuccess: () => toast({ title: said`${name} is heard again` }),
                  onError: ({ message }) => toast({ variant: 'danger', title: `Nothing was changed: ${message}` }),
                },
              ),
          }}
        />
      }
    >
      {user} wanted it so. Nothing of <PageLink to={paths.appliance(id)}>{name}</PageLink> is on the overview or in a
      message before.
    </Alert>
  ))
}
