import { fleet } from '../../api/fleet.ts'
import { CheckboxField, TextField } from '../form/fields.tsx'
import type { Appliance } from '@vsnap/console-api/appliance.ts'
import { Alert } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { useWatch, type Control } from 'react-hook-form'
import { replicaName, type ReplicaValues } from './replica.ts'

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
  const { data: there } = useQuery({ ...fleet('volume', { appliance: partner?.id }), enabled: partner !== undefined })
  const wanted = new Set(names.map((name) => replicaName(pattern, name)))
  const taken = (there?.items ?? []).map(({ name }) => name).filter((name) => partner && wanted.has(name))
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
        <Alert variant="warning" isInline isPlain title={`${partner.name} has a volume with such a name already`}>
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
