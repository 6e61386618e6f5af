import { ErrorAlert } from '../../components/ErrorAlert.tsx'
import { ChoiceField } from '../../components/form/choices.tsx'
import { PickList } from '../../components/form/PickList.tsx'
import { PageLink } from '../../components/PageLink.tsx'
import { NfsFields } from '../../components/share/NfsFields.tsx'
import { types } from '../../components/share/share-values.ts'
import { paths } from '../../paths.ts'
import type { HostSummary } from '@vsnap/vsnap-api/host.ts'
import { Alert, Skeleton, Title } from '@patternfly/react-core'
import type { Control } from 'react-hook-form'
import { namesOf, type CreateValues, type PoolRow } from './create-values.ts'
import { words } from './create-words.tsx'

const { access } = words

interface Props {
  readonly control: Control<CreateValues>
  readonly values: CreateValues
  readonly pool: PoolRow
  /** Those of the pool's appliance; undefined while they are read. */
  readonly hosts: readonly HostSummary[] | undefined
  readonly error: unknown
}

const accessChoices = [
  { value: 'none', ...access.notYet },
  ...types.map(({ value, help }) => ({ value, label: access.shareOf[value], help })),
]

/** Who reaches the new volumes: clients of a share, or hosts. */
export function AccessStep(props: Props) {
  return props.values.volume_type === 'filesystem' ? <ShareAccess {...props} /> : <HostAccess {...props} />
}

function ShareAccess({ control, values }: Props) {
  return (
    <>
      <Title headingLevel="h2">{access.whoMayReach(namesOf(values).length)}</Title>
      <ChoiceField control={control} name="access" label={access.share} choices={accessChoices} startsHere />
      {values.access === 'nfs' && <NfsFields control={control} shares={namesOf(values).length} />}
    </>
  )
}

function HostAccess({ control, values, pool, hosts, error }: Props) {
  const strangers = values.hosts.filter((name) => hosts?.every((host) => host.name !== name) === true)
  return (
    <>
      <Title headingLevel="h2">{access.whichHosts(namesOf(values).length)}</Title>
      <ErrorAlert error={error} title={access.unread} />
      {strangers.length > 0 && (
        <Alert variant="warning" isInline isPlain title={access.strangers(pool.appliance.name, strangers)} />
      )}
      {hosts ? (
        <PickList
          control={control}
          name="hosts"
          label={access.hosts}
          empty={access.noHost(pool.appliance.name)}
          startsHere
          items={hosts.map(({ name, iqns }) => ({
            value: name,
            label: name,
            aside: (iqns ?? []).length === 0 ? access.noInitiator : iqns?.[0],
          }))}
        />
      ) : (
        !error && <Skeleton height="8rem" screenreaderText={words.loading} />
      )}
      {hosts?.length === 0 && (
        <PageLink to={paths.hosts({ appliance: pool.appliance.id, do: 'create' })}>{access.createHost}</PageLink>
      )}
      {values.hosts.length - strangers.length > 1 && <p className="vs-subtle">{access.writeBoth}</p>}
    </>
  )
}
