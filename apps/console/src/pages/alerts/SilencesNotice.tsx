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
import { words } from './words.tsx'

const { silences } = words

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
      title={silences.title(name, exactTime(until))}
      actionLinks={
        <ActionButton
          variant="link"
          action={{
            label: silences.end(name),
            refusal: refusal('silenceEnd'),
            onSelect: () =>
              end.mutate(
                { params: { id } },
                {
                  onSuccess: () => toast({ title: silences.ended(name) }),
                  onError: ({ message }) => toast({ variant: 'danger', title: words.failed(message) }),
                },
              ),
          }}
        />
      }
    >
      {silences.text(<bdi>{user}</bdi>, <PageLink to={paths.appliance(id)}>{name}</PageLink>)}
    </Alert>
  ))
}
