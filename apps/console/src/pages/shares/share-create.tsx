import { reasonOf } from '@vsnap/vsnap-api/verdict.ts'
import { vsnapCall } from '../../api/calls.ts'
import { useOperation } from '../../api/operations.ts'
import { useRefusal } from '../../api/person.ts'
import { CallReview } from '../../components/CallReview.tsx'
import { ErrorAlert } from '../../components/ErrorAlert.tsx'
import { ApplianceField, applianceProblem } from '../../components/form/ApplianceField.tsx'
import { ChoiceField, SelectField } from '../../components/form/choices.tsx'
import { byRules } from '../../components/form/submit.ts'
import { PageHeader } from '../../components/PageHeader.tsx'
import { PageLink } from '../../components/PageLink.tsx'
import { toast } from '../../components/toasts.tsx'
import { WizardPage } from '../../components/wizard/WizardPage.tsx'
import { paths } from '../../paths.ts'
import { Alert } from '@patternfly/react-core'
import { useWatch } from 'react-hook-form'
import { useCheckedForm } from '../../components/form/use-checked-form.ts'
import { useNavigate, useSearchParams } from 'react-router'
import { NfsFields } from '../../components/share/NfsFields.tsx'
import {
  hostsNamed,
  hostsOf,
  hostsProblem,
  shareBody,
  types,
  type ShareValues,
} from '../../components/share/share-values.ts'
import { useShareable } from './use-shareable.ts'
import { words } from './share-create-words.ts'

const { filesystem, clients, review } = words

interface Values extends ShareValues {
  /** Its id. */
  appliance: string
  /** Its id. */
  volume: string
}

/** Share a filesystem: which one, how, and with whom. `?appliance=&volume=` begin with one. */
export default function ShareCreatePage() {
  const [search] = useSearchParams()
  const refusal = useRefusal()
  const navigate = useNavigate()
  const [first, volume] = [search.get('appliance') ?? '', search.get('volume') ?? '']
  const form = useCheckedForm<Values>({
    resolver: byRules<Values>((values) => ({
      appliance: applianceProblem(values.appliance),
      volume: values.volume === '' ? filesystem.filesystemMissing : reasonOf(shareable.verdict(values.volume)),
      allowed_hosts: hostsProblem(values),
    })),
    defaultValues: { appliance: first, volume, share_type: 'nfs', read_only: false, allowed_hosts: '' },
  })
  const values = useWatch({ control: form.control }) as Values
  const shareable = useShareable(values.appliance)
  const create = useOperation(values.appliance, 'shareCreate')
  const call = { params: { id: values.volume }, body: shareBody(values) }
  const problem = refusal('shareCreate')
  const filesystems = shareable.filesystems
  return (
    <>
      <PageHeader title={words.title} trail={[{ text: words.shares, to: paths.shares() }]} />
      {problem === undefined ? (
        <WizardPage
          label={words.title}
          form={form}
          submit={words.submit}
          error={create.error}
          cancel={{ to: first && volume ? paths.volume(first, volume, { tab: 'access' }) : paths.shares() }}
          leaving={words.leaving}
          onSubmit={async () => {
            const share = await create.mutateAsync(call)
            toast({ title: words.done(share.name) })
            return navigate(paths.share(values.appliance, share.id))
          }}
          steps={[
            {
              id: 'volume',
              name: filesystem.name,
              fields: ['appliance', 'volume', 'share_type'],
              content: (
                <>
                  <h2 className="vs-step-title">{filesystem.title}</h2>
                  <ApplianceField
                    control={form.control}
                    name="appliance"
                    startsHere
                    onChosen={() => form.setValue('volume', '')}
                    appliances={shareable.appliances}
                  />
                  <ErrorAlert error={shareable.error} title={filesystem.unread} />
                  <SelectField
                    control={form.control}
                    name="volume"
                    label={filesystem.filesystem}
                    isRequired
                    help={
                      filesystems?.length === 0 ? (
                        <>
                          {filesystem.none}{' '}
                          <PageLink to={paths.volumeCreate({ appliance: values.appliance })}>
                            {filesystem.createVolume}
                          </PageLink>
                        </>
                      ) : (
                        filesystem.help
                      )
                    }
                    choices={[
                      { value: '', label: filesystem.chooseFilesystem },
                      ...(filesystems ?? []).map(({ id, name }) => ({
                        value: id,
                        label: name,
                        refusal: shareable.isShared(id) ? filesystem.shared : reasonOf(shareable.verdict(id)),
                      })),
                    ]}
                  />
                  <ChoiceField control={form.control} name="share_type" label={filesystem.type} choices={types} />
                </>
              ),
            },
            {
              id: 'clients',
              name: clients.name,
              fields: ['allowed_hosts'],
              isHidden: values.share_type === 'smb',
              content: (
                <>
                  <h2 className="vs-step-title">{clients.title}</h2>
                  <NfsFields control={form.control} startsHere />
                </>
              ),
            },
            {
              id: 'review',
              name: review.name,
              content: (
                <>
                  <h2 className="vs-step-title">{review.title}</h2>
                  {values.share_type === 'nfs' && (
                    <Alert
                      variant={hostsOf(values.allowed_hosts).length === 0 ? 'warning' : 'info'}
                      isInline
                      isPlain
                      title={hostsNamed(values.allowed_hosts)}
                    />
                  )}
                  {values.volume !== '' && (
                    <CallReview applianceId={values.appliance} calls={[vsnapCall('shareCreate', call)]} />
                  )}
                </>
              ),
            },
          ]}
        />
      ) : (
        <p>{problem}</p>
      )}
    </>
  )
}
