import { ErrorAlert } from '../../components/ErrorAlert.tsx'
import { ChoiceField } from '../../components/form/choices.tsx'
import { PickList } from '../../components/form/PickList.tsx'
import { PageLink } from '../../components/PageLink.tsx'
import { NfsFields } from '../../components/share/NfsFields.tsx'
import { types } from '../../components/share/share-values.ts'
import { paths } from '../../paths.ts'
import { said } from '../../ui/isolated.ts'
import type { HostSummary } from '@vsnap/vsnap-api/host.ts'
import { Alert, Skeleton, Title } from '@patternfly/react-core'
import type { Control } from 'react-hook-form'
import { namesOf, type CreateValues, type PoolRow } from './create-values.ts'

interface Props {
  readonly control: Control<CreateValues>
  readonly values: CreateValues
  readonly pool: PoolRow
  /** Those of the pool's appliance; undefined while they are read. */
  readonly hosts: readonly HostSummary[] | undefined
  readonly error: unknown
}

const accessChoices = [
  { value: 'none', label: 'Not yet', help: 'Nobody reaches it until it is shared.' },
  ...types.map(({ value, label, help }) => ({ value, label: `${label} share`, help })),
]

/** Who reaches the new volumes: clients of a share, or hosts. */
export function AccessStep(props: Props) {
  return props.values.volume_type === 'filesystem' ? <ShareAccess {...props} /> : <HostAccess {...props} />
}

function ShareAccess({ control, values }: Props) {
  return (
    <>
      <Title headingLevel="h2">Who may reach {namesOf(values).length === 1 ? 'it' : 'them'}?</Title>
      <ChoiceField control={control} name="access" label="Share" choices={accessChoices} startsHere />
      {values.access === 'nfs' && <NfsFields control={control} />}
    </>
  )
}

function HostAccess({ control, values, pool, hosts, error }: Props) {
  const count = namesOf(values).length
  const strangers = values.hosts.filter((name) => hosts?.every((host) => host.name !== name) === true)
  return (
    <>
      <Title headingLevel="h2">Which hosts see {count === 1 ? 'it' : 'them'}?</Title>
      <ErrorAlert error={error} title="The hosts could not be read" />
      {strangers.length > 0 && (
        <Alert
          variant="warning"
          isInline
          isPlain
          title={said`${pool.appliance.name} has no host with this name: ${strangers.join(', ')}. Nothing is mapped there.`}
        />
      )}
      {hosts ? (
        <PickList
          control={control}
          name="hosts"
          label="Hosts"
          empty={said`There is no host on ${pool.appliance.name} yet. The volume can be mapped later.`}
          startsHere
          items={hosts.map(({ name, iqns }) => ({
            value: name,
            label: name,
            aside: (iqns ?? []).length === 0 ? 'no initiator: it cannot see its LUNs' : iqns?.[0],
          }))}
        />
      ) : (
        !error && <Skeleton height="8rem" screenreaderText="Loading" />
      )}
      {hosts?.length === 0 && (
        <PageLink to={paths.hosts({ appliance: pool.appliance.id, do: 'create' })}>Create a host</PageLink>
      )}
      {values.hosts.length - strangers.length > 1 && (
        <p className="vs-subtle">
          Two hosts that write to one disk destroy what is on it, unless its filesystem is made for that.
        </p>
      )}
    </>
  )
}
