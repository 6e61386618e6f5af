// What people read on the pages of hosts.
import { said } from '../../ui/isolated.ts'
import { plural } from '../../ui/plural.ts'

export const words = {
  hosts: 'Hosts',
  actions: {
    create: 'Create host',
    edit: 'Edit',
    map: 'Map volumes',
    unmap: 'Unmap',
    delete: 'Delete',
  },
  list: {
    name: 'Name',
    initiators: 'Initiators',
    created: 'Created',
    empty: {
      title: 'No host yet',
      text: 'A host is a machine that uses volumes as disks, by iSCSI. It is known by its initiators, and sees the luns that are mapped to it.',
    },
  },
  page: {
    blind: {
      title: 'This host has no initiator: it cannot see the volumes that are mapped to it',
      text: 'Edit it and add the initiator’s name that the host itself shows.',
    },
    host: 'Host',
    initiators: 'Initiators',
    id: 'Id',
    created: 'Created',
    changed: 'Changed',
  },
  lunList: {
    title: 'LUNs',
    lun: 'LUN',
    volume: 'Volume',
    kind: 'Kind',
    size: 'Size',
    nameless: (id: string) => `volume ${id}`,
    empty: {
      title: 'No volume is mapped to this host',
      text: 'Map a lun, and the host sees it as a disk.',
    },
  },
  form: {
    name: 'Name',
    initiators: 'Initiators',
    initiatorsHelp:
      'Names as iqn.1988-12.com.oracle:devoracle47, one a line; the host shows its own. Without one it cannot see its LUNs.',
  },
  create: {
    title: 'Create host',
    submit: 'Create host',
    done: (name: string) => said`Host ${name} created`,
  },
  edit: {
    title: (name: string) => said`Edit ${name}`,
    description: 'An initiator that is taken out loses its LUNs at once.',
    submit: 'Save',
    done: (name: string) => said`Host ${name} changed`,
  },
  unchangeable: 'The host cannot be changed',
  deleteOne: {
    mapping: (volume: React.ReactNode) => <>its mapping of {volume}, which it sees no more</>,
    mappings: (count: number) =>
      plural(count, {
        one: 'its # mapping: it sees this volume no more',
        other: 'its # mappings: it sees these volumes no more',
      }),
    note: 'The volumes and everything in them stay.',
    done: (name: string) => said`Host ${name} deleted`,
  },
  deleteMany: {
    title: (count: number) => plural(count, { one: 'Delete # host?', other: 'Delete # hosts?' }),
    submit: 'Delete',
    task: (count: number) => plural(count, { one: 'Delete # host', other: 'Delete # hosts' }),
    /** Typed by the person: the number as keyboards have it. */
    phrase: (count: number) => plural(count, { one: `delete ${count} host`, other: `delete ${count} hosts` }),
    mappings: (count: number) =>
      plural(count, {
        one: '# mapping: its host sees the volume no more',
        other: '# mappings: their hosts see the volumes no more',
      }),
    uncounted: 'What goes with them could not be counted',
    note: 'The volumes and everything in them stay.',
    gone: 'It is gone already.',
  },
  unmapMany: {
    title: (count: number, host: string) =>
      plural(count, {
        one: (figure) => said`Unmap ${figure} volume from ${host}?`,
        other: (figure) => said`Unmap ${figure} volumes from ${host}?`,
      }),
    submit: 'Unmap',
    task: (count: number, host: string) =>
      plural(count, {
        one: (figure) => `Unmap ${figure} volume from ${host}`,
        other: (figure) => `Unmap ${figure} volumes from ${host}`,
      }),
    note: 'The host loses these disks at once: unmount them there first. What is on them stays.',
  },
}
