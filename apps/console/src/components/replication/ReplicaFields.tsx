import { allOfFleet, fleet } from '../../api/fleet.ts'
import { CheckboxField, TextField } from '../form/fields.tsx'
import { said } from '../../ui/isolated.ts'
import type { Appliance } from '@vsnap/console-api/appliance.ts'
import { Alert } from '@patternfly/react-core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useWatch, type Control } from 'react-hook-form'
import { commonPart, replicaName, type ReplicaValues } from './replica.ts'

/** So many names are said, and the rest counted. */
const shownNames = 5
/** Not in the JSX, where braces mean something else. */
const example = '{name}-copy'

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
        label="Name of each replica"
        help="{name} stands for the name of the volume. Names are unique on an appliance."
        spellCheck={false}
        startsHere={startsHere}
        isRequired
      />
      {partner && taken.length > 0 && reuse !== true && (
        <Alert variant="warning" isInline isPlain title={said`${partner.name} has a volume with such a name already`}>
          <span className="vs-break">
            {taken.slice(0, shownNames).join(', ')}
            {taken.length > shownNames && ` and ${taken.length - shownNames} more`}.
          </span>{' '}
          The copy is refused there: choose other names, as {example}
          {reuse === false && ', or take up what was a replica before'}.
        </Alert>
      )}
      <CheckboxField
        control={own}
        name="start"
        label="Send the first snapshot now"
        help="The first one of a new replica sends everything, later ones what changed."
      />
    </>
  )
}
