import { vsnapCall } from '../../api/calls.ts'
import { fleet } from '../../api/fleet.ts'
import { useOperation } from '../../api/operations.ts'
import { useRefusal } from '../../api/person.ts'
import { CallList } from '../../components/CallList.tsx'
import { ChoiceField, SelectField } from '../../components/form/choices.tsx'
import { byRules } from '../../components/form/submit.ts'
import { PageHeader } from '../../components/PageHeader.tsx'
import { toast } from '../../components/toasts.tsx'
import { WizardPage } from '../../components/wizard/WizardPage.tsx'
import { paths } from '../../paths.ts'
import { useQuery } from '@tanstack/react-query'
import { useForm, useWatch } from 'react-hook-form'
import { useNavigate, useSearchParams } from 'react-router'
import { NfsFields } from './NfsFields.tsx'
import { hostsProblem, shareBody, type ShareValues } from './share-values.ts'

interface Values extends ShareValues {
  /** `appliance/volume`. */
  volume: string
}

const types = [
  { value: 'nfs', label: 'NFS', help: 'For Linux, Unix and hypervisors. You say which hosts may mount it.' },
  { value: 'smb', label: 'SMB', help: 'For Windows. Who may use it is decided by the users of the appliance.' },
] as const

/** Share a filesystem: which one, how, and with whom. */
export default function ShareCreatePage() {
  const [search] = useSearchParams()
  const { data: volumes } = useQuery(fleet('volume'))
  const { data: shares } = useQuery(fleet('share'))
  const refusal = useRefusal()
  const navigate = useNavigate()
  const [appliance, volume] = [search.get('appliance'), search.get('volume')]
  const form = useForm<Values>({
    mode: 'onChange',
    resolver: byRules<Values>((values) => ({
      volume: values.volume === '' ? 'Choose a filesystem.' : undefined,
      allowed_hosts: hostsProblem(values),
    })),
    defaultValues: {
      volume: appliance && volume ? `${appliance}/${volume}` : '',
      share_type: 'nfs',
      read_only: false,
      allowed_hosts: '',
    },
  })
  const values = useWatch({ control: form.control }) as Values
  const [applianceId = '', id = ''] = values.volume.split('/')
  const create = useOperation(applianceId, 'shareCreate')
  const shared = new Set(shares?.items.map((share) => `${share.appliance.id}/${share.vol_id ?? ''}`))
  const filesystems = (volumes?.items ?? []).filter(({ volume_type: kind }) => kind === 'filesystem')
  const call = { params: { id }, body: shareBody(values) }
  const problem = refusal('shareCreate')
  if (problem !== undefined) return <p>{problem}</p>
  return (
    <>
      <PageHeader title="Create share" trail={[{ text: 'Shares', to: paths.shares() }]} />
      <WizardPage
        label="Create share"
        form={form}
        submit="Create share"
        error={create.error}
        cancel={{ to: paths.shares() }}
        leaving="This share is not created yet."
        onSubmit={async () => {
          const share = await create.mutateAsync(call)
          toast({ title: `Share ${share.name} created` })
          return navigate(paths.share(applianceId, share.id))
        }}
        steps={[
          {
            id: 'volume',
            name: 'Filesystem and type',
            fields: ['volume', 'share_type'],
            content: (
              <>
                <h2 className="vs-step-title">What is shared, and how?</h2>
                <SelectField
                  control={form.control}
                  name="volume"
                  label="Filesystem"
                  isRequired
                  startsHere
                  help="Only filesystems can be shared, and each has one share at most."
                  choices={[
                    { value: '', label: filesystems.length > 0 ? 'Choose a filesystem' : 'There is no filesystem yet' },
                    ...filesystems.map((each) => {
                      const value = `${each.appliance.id}/${each.id}`
                      return {
                        value,
                        label: `${each.name} on ${each.appliance.name}`,
                        refusal: shared.has(value) ? 'is shared already' : undefined,
                      }
                    }),
                  ]}
                />
                <ChoiceField control={form.control} name="share_type" label="Type" choices={types} />
              </>
            ),
          },
          {
            id: 'clients',
            name: 'Clients',
            fields: ['allowed_hosts'],
            isHidden: values.share_type === 'smb',
            content: (
              <>
                <h2 className="vs-step-title">Who may reach it?</h2>
                <NfsFields control={form.control} />
              </>
            ),
          },
          {
            id: 'review',
            name: 'Review',
            content: (
              <>
                <h2 className="vs-step-title">Review</h2>
                {id !== '' && <CallList calls={[vsnapCall('shareCreate', call)]} />}
              </>
            ),
          },
        ]}
      />
    </>
  )
}
