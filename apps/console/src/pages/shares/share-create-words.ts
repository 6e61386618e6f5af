// What people read in the wizard that creates a share.
import { said } from '../../ui/isolated.ts'

export const words = {
  title: 'Create share',
  shares: 'Shares',
  submit: 'Create share',
  leaving: 'This share is not created yet.',
  done: (name: string) => said`Share ${name} created`,
  filesystem: {
    name: 'Filesystem',
    title: 'What is shared, and how?',
    unread: 'The filesystems could not be read',
    filesystem: 'Filesystem',
    chooseFilesystem: 'Choose a filesystem',
    filesystemMissing: 'Choose a filesystem.',
    help: 'Only filesystems can be shared, and each has one share at most.',
    none: 'There is no filesystem on this appliance yet.',
    createVolume: 'Create a volume',
    shared: 'shared already',
    type: 'Type',
  },
  clients: {
    name: 'Clients',
    title: 'Who may reach it?',
  },
  review: {
    name: 'Review',
    title: 'Review',
  },
}
