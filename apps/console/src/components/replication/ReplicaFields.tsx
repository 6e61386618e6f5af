import { allOfFleet, fleet } from '../../api/fleet.ts'
import { CheckboxField, TextField } from '../form/fields.tsx'
import type { Appliance } from '@vsnap/console-api/appliance.ts'
import { Alert } from '@patternfly/react-core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useWatch, type Control } from 'react-hook-form'
import { words } from './replica-words.tsx'
import { commonPart, replicaName, type ReplicaValues } from './replica.ts'

/** So many names are said, and the rest counted. */
const shownNames = 5

interface Props<Values extends ReplicaValues> {
  readonly control: Control<Values>
  /** Names of the volumes that get one. */
  readonly names: readonly string[]
  /** All of the registry. */
  readonly appliances: readonly Appliance[]
  /** The name has the focus when the step opens. */
  readonly startsHere?: boolean
}

/** How replicas are called, and when they begin. */
export function ReplicaFields<Values extends ReplicaValues>({
  control,
  names,
  appliances,
  startsHere = false,
}: Props<Values>) {
  const own = control as unknown as Control<ReplicaValues>
  const [system, pattern, reuse] = useWatch({ control: own, name: ['partner', 'pattern', 'reuse'] })
  const partner = appliances.find(({ system_id: id }) => id === system)
  const filters = { appliance: partner?.id, q: commonPart(pattern, names) }
  const { data: there } = useQuery({
    queryKey: [...fleet('volume', filters).queryKey, 'all'],
    queryFn: () => allOfFleet('volume', filters),
    enabled: partner !== undefined,
    placeholderData: keepPreviousData,
  })
  const wanted = new Set(names.map((name) => replicaName(pattern, name)))
  const taken = (there ?? [])
    .filter(({ appliance, name }) => appliance.id === partner?.id && wanted.has(name))
    .map(({ name }) => name)
  return (
    <>
      <TextField
        control={own}
        name="pattern"
        label={words.pattern.label}
        help={words.pattern.help}
        spellCheck={false}
        startsHere={startsHere}
        isRequired
      />
      {partner && taken.length > 0 && reuse !== true && (
        <Alert variant="warning" isInline isPlain title={words.taken.title(partner.name)}>
          {(reuse === false ? words.taken.chooseOthersOrReuse : words.taken.chooseOthers)(
            <span className="vs-break">
              {words.taken.names(taken.slice(0, shownNames), Math.max(0, taken.length - shownNames))}
            </span>,
          )}
        </Alert>
      )}
      <CheckboxField control={own} name="start" label={words.start} help={words.startHelp} />
    </>
  )
}
