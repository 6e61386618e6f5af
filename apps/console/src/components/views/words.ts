// What people read when they keep what a list is asked.
import { said } from '../../ui/isolated.ts'

export const words = {
  save: {
    title: 'Save view',
    description: 'The filters, the order, the groups and the columns that this list has now, to come back to.',
    submit: 'Save',
    done: (name: string) => said`View ${name} saved`,
    into: (name: string) => said`Save into ${name}`,
    orNew: 'Or as a new one:',
  },
  fields: {
    name: 'Name',
    share: 'Share it',
    shareHelp: 'Everybody who uses this console sees it then. You and admins may change it.',
    count: 'Count on the overview',
    countHelp: 'How many rows it has is said there, to whoever sees the view.',
  },
}
