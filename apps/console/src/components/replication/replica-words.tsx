// What people read where copies of volumes are set up: to which partner, and under which names.
import { isolated, said } from '../../ui/isolated.ts'
import { locale } from '../../ui/locale.ts'
import { figure, plural } from '../../ui/plural.ts'

/** Names in a row: `vm-1, vm-2`. */
const listed = new Intl.ListFormat(locale, { type: 'unit' })

/** A pattern; in JSX its braces would mean something else. */
const example = '{name}-copy'

export const words = {
  partner: {
    label: 'Partner',
    choose: 'Choose a partner',
    notHere: (address: string) => said`${address}, not in this console`,
    none: {
      title: 'This appliance has no partner yet',
      text: 'Two appliances have to know each other before one can keep copies of the other’s volumes.',
      add: 'Add partner',
    },
  },
  pool: {
    label: 'Pool there',
    choose: 'Choose a pool',
    only: 'Its only pool',
    free: (name: string, bytes: string) => said`${name}, ${bytes} free`,
    id: 'Id of the pool there',
    idHelp: 'Left empty: the partner’s only pool.',
  },
  pattern: {
    label: 'Name of each replica',
    help: '{name} stands for the name of the volume. Names are unique on an appliance.',
    missing: 'Enter a name, or {name} for the same one.',
    ambiguous: 'With several volumes the name needs {name}, so that each gets its own.',
  },
  taken: {
    title: (partner: string) => said`${partner} has a volume with such a name already`,
    /** The first of them, and how many more there are. */
    names(names: readonly string[], more: number) {
      const list = names.map(isolated).join(', ')
      return more === 0 ? `${list}.` : `${list} and ${figure(more)} more.`
    },
    chooseOthers: (names: React.ReactNode) => (
      <>
        {names} The copy is refused there: choose other names, as {example}.
      </>
    ),
    chooseOthersOrReuse: (names: React.ReactNode) => (
      <>
        {names} The copy is refused there: choose other names, as {example}, or take up what was a replica before.
      </>
    ),
  },
  review: {
    replicas: (count: number) => plural(count, { one: 'Replica', other: '# replicas' }),
    /** `more`: how many besides those that are named. */
    names(names: readonly string[], more: number) {
      const list = listed.format(names.map(isolated))
      return more === 0 ? list : `${list} and ${figure(more)} more`
    },
  },
  start: 'Send the first snapshot now',
  startHelp: 'The first one of a new replica sends everything, later ones what changed.',
}
