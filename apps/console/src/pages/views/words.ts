// What people read on the pages of views.
import { said } from '../../ui/isolated.ts'
import { locale } from '../../ui/locale.ts'

const either = new Intl.ListFormat(locale, { type: 'disjunction' })

export const words = {
  views: 'Views',
  actions: {
    edit: 'Change name and sharing',
    delete: 'Delete',
  },
  list: {
    name: 'Name',
    list: 'List',
    listOf: {
      appliance: 'Appliances',
      pool: 'Pools',
      volume: 'Volumes',
      snapshot: 'Snapshots',
      share: 'Shares',
      host: 'Hosts',
    },
    narrowedTo: 'Narrowed to',
    goneAppliance: 'an appliance that is gone',
    containing: (text: string) => `“${text}”`,
    inStates: (states: readonly string[]) => either.format(states),
    notNarrowed: 'nothing: the whole list',
    groupedBy: 'Grouped by',
    notGrouped: 'not grouped',
    seenBy: 'Seen by',
    shared: 'Shared',
    private: 'Private',
    onOverview: 'On the overview',
    isThere: 'Yes',
    isNotThere: 'No',
    owner: 'Of',
    saved: 'Saved',
    empty: {
      title: 'No view yet',
      text: 'A view is a list as you filtered and ordered it, to come back to. Filter one, and choose Save view above it.',
    },
  },
  page: {
    title: 'View',
    noSuch: 'There is no such view',
    why: 'It was deleted, or is not shared any more.',
    toAll: 'All views',
  },
  edit: {
    title: (name: string) => said`Name and sharing of ${name}`,
    submit: 'Save',
    done: (name: string) => said`View ${name} saved`,
  },
  deleteOne: {
    consequence: 'its place in everybody’s navigation',
    note: 'What the view shows is not touched.',
    done: (name: string) => said`View ${name} deleted`,
  },
}
