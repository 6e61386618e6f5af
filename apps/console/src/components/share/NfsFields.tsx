import { CheckboxField, TextField } from '../form/fields.tsx'
import { useWatch, type Control } from 'react-hook-form'
import { hostsMeaning, type ShareValues } from './share-values.ts'
import { words } from './words.tsx'

type NfsValues = Pick<ShareValues, 'read_only' | 'allowed_hosts'>

interface Props<Values extends NfsValues> {
  readonly control: Control<Values>
  /** How many shares get them. */
  readonly shares?: number
  /** The hosts have the focus when the dialog or the step opens. */
  readonly startsHere?: boolean
}

/** Who may reach an NFS share, and how. */
export function NfsFields<Values extends NfsValues>({ control, shares = 1, startsHere = false }: Props<Values>) {
  const own = control as unknown as Control<NfsValues>
  const hosts = useWatch({ control: own, name: 'allowed_hosts' })
  return (
    <>
      <TextField
        control={own}
        name="allowed_hosts"
        label={words.hosts.label}
        rows={4}
        spellCheck={false}
        startsHere={startsHere}
        help={words.hosts.help(<strong>{hostsMeaning(hosts, shares)}</strong>)}
      />
      <CheckboxField control={own} name="read_only" label={words.readOnly} help={words.readOnlyHelp} />
    </>
  )
}
