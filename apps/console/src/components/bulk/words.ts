// What people read about many things at once.
import { said } from '../../ui/isolated.ts'
import { figure, plural } from '../../ui/plural.ts'

export const words = {
  bar: {
    heard: {
      /** Of each kind of rows its own words. */
      selected: {
        hosts: 'Selected hosts',
        LUNs: 'Selected LUNs',
        pools: 'Selected pools',
        relationships: 'Selected relationships',
        shares: 'Selected shares',
        snapshots: 'Selected snapshots',
        volumes: 'Selected volumes',
      },
    },
    nameOn: (name: string, appliance: string) => said`${name} on ${appliance}`,
    count: (rows: number) => plural(rows, { other: '# selected' }),
    selectShown: (rows: number) => plural(rows, { other: 'Select all # that are shown' }),
    selectMatching: (rows: number) => plural(rows, { other: 'Select all # that match' }),
    clear: 'Clear selection',
    notFor: (action: string, left: number, rows: number) => `${action}: not for ${figure(left)} of ${figure(rows)}.`,
  },
  dialog: {
    leftOut: (count: number) => plural(count, { one: '# is left out', other: '# are left out' }),
    more: (count: number) => plural(count, { other: 'and # more' }),
    counting: 'Looking for what goes with them…',
    alsoGoes: 'This also goes, for good:',
    typeThis: 'Type this to confirm',
  },
  replicate: {
    replicate: 'Replicate',
    /** On more than one. */
    onAppliances: (count: number) =>
      plural(count, { other: 'They are on # appliances; volumes of one are replicated at a time.' }),
  },
}
