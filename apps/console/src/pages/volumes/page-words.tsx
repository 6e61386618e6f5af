// What people read on the page of a volume.
import { figure, plural } from '../../ui/plural.ts'
import { said } from '../../ui/isolated.ts'

export const words = {
  loading: 'Loading',
  volumes: 'Volumes',
  tabs: {
    overview: 'Overview',
    snapshots: 'Snapshots',
    access: 'Access',
    replication: 'Replication',
    history: 'History',
    settings: 'Settings',
  },
  overview: {
    volume: 'Volume',
    used: 'Used',
    limit: 'Limit',
    noLimit: 'no limit',
    size: 'Size',
    sizeOfFile: 'that of its backing file',
    free: 'Free',
    id: 'Id',
    serial: 'Serial',
    created: 'Created',
    changed: 'Changed',
    related: 'Related',
    pool: 'Pool',
    cloneOf: 'Clone of',
    parent: 'Parent volume',
    file: 'Backing file',
    snapshots: 'Snapshots',
    clones: 'Clones',
    noClones: 'no clones',
    fileBacked: 'File-backed luns',
    noFileBacked: 'no file-backed luns',
    share: 'Share',
    notShared: 'not shared',
    hosts: 'Hosts',
    noHosts: 'mapped to no host',
    relationship: 'Relationship',
    notReplicated: 'not replicated',
  },
  cloneTree: {
    takenAt: (time: React.ReactNode) => <>snapshot, {time}</>,
    othersWithoutClones: (snapshots: number) =>
      plural(snapshots, { one: '# snapshot without clones', other: '# snapshots without clones' }),
    heard: {
      clonesOf: (name: string) => `Clones of ${name}`,
    },
    looking: 'Looking for clones…',
    none: 'No clones of its own.',
  },
  snapshots: {
    snapshots: 'Snapshots',
    name: 'Name',
    madeOn: (home: string | undefined) => (home === undefined ? 'Made on the other system' : said`Made on ${home}`),
    arrived: 'Arrived',
    created: 'Created',
    clones: 'Clones',
    noClones: 'no clones',
    id: 'Id',
    clone: 'Clone',
    delete: 'Delete',
    onlyOf: (day: string) => `Only those of ${day}`,
    showAll: (count: number) => `Show all ${figure(count)}`,
    empty: {
      title: 'No snapshot yet',
      text: 'A snapshot keeps the volume as it is at one moment. It takes space only for what changes afterwards, and a clone of it is a volume of its own.',
    },
    ofParent: {
      title: 'No snapshots of its own',
      text: 'The backing file is kept by the snapshots of the filesystem that it is in.',
      show: 'Snapshots of the parent volume',
    },
  },
  calendar: {
    title: 'By day',
    earlier: 'Earlier',
    later: 'Later',
    period: (first: string, last: string) => `${first} to ${last}`,
    noGap: (first: string) => `No day is without a snapshot since ${first}.`,
    gap: (days: number, from: string, to: string) =>
      plural(days, {
        one: `The longest time without a snapshot is one day, ${from}.`,
        other: `The longest time without a snapshot is # days, from ${from} to ${to}.`,
      }),
    withSnapshots: 'a day with snapshots',
    withoutOne: 'a day without one',
    dayOfWeek: 'Day of the week',
    /** From Monday on. */
    weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    day: (day: string, snapshots: number) =>
      snapshots === 0
        ? `${day}: no snapshot`
        : plural(snapshots, { one: `${day}: # snapshot`, other: `${day}: # snapshots` }),
  },
  access: {
    notShared: {
      title: 'Not shared',
      text: 'No client reaches this filesystem: it has no NFS or SMB share.',
    },
    shareName: 'Name',
    editShare: 'Edit share',
    deleteShare: 'Delete share',
    notMapped: {
      title: 'Mapped to no host',
      text: {
        lun: 'No host sees this lun as a disk.',
        filebackedlun: 'No host sees this filebackedlun as a disk.',
        unknown: 'No host sees this volume as a disk.',
      },
    },
    hosts: 'Hosts',
    host: 'Host',
    /** A host whose name is not known, by its id. */
    hostById: (id: string) => `host ${id}`,
    lun: 'LUN',
    initiators: 'Initiators',
    editHost: 'Edit host',
    unmap: 'Unmap',
    unmapMany: {
      title: (volume: string, count: number) =>
        plural(count, {
          one: (n) => said`Unmap ${volume} from ${n} host?`,
          other: (n) => said`Unmap ${volume} from ${n} hosts?`,
        }),
      submit: 'Unmap',
      task: (volume: string, count: number) =>
        plural(count, {
          one: (n) => `Unmap ${volume} from ${n} host`,
          other: (n) => `Unmap ${volume} from ${n} hosts`,
        }),
      note: 'They lose the disk at once: unmount it there first. What is on it stays.',
    },
  },
  replication: {
    replicate: 'Replicate',
    replicateToAnother: 'Replicate to another partner',
    copy: {
      /** Either may be one that this console does not know. */
      title: (volume: string | undefined, appliance: string | undefined) => {
        if (volume === undefined)
          return appliance === undefined
            ? 'This volume is a copy of a volume on a system that this console does not know'
            : said`This volume is a copy of a volume on ${appliance}`
        return appliance === undefined
          ? said`This volume is a copy of ${volume} on a system that this console does not know`
          : said`This volume is a copy of ${volume} on ${appliance}`
      },
      text: (volume: React.ReactNode, relationship: (text: string) => React.ReactNode) => (
        <>
          Each session makes it what {volume} was then. While the {relationship('relationship')} stands it is not
          shared, mapped, renamed, resized or deleted; clones of its snapshots can be.
        </>
      ),
      textOfUnknown: (relationship: (text: string) => React.ReactNode) => (
        <>
          Each session makes it what that volume was then. While the {relationship('relationship')} stands it is not
          shared, mapped, renamed, resized or deleted; clones of its snapshots can be.
        </>
      ),
    },
    none: {
      title: 'Not replicated',
      text: 'No other appliance keeps a copy of this volume. A relationship keeps one on a partner: each session sends what changed since the last one.',
    },
    sessions: 'Sessions',
    noSession: 'No session yet',
    heard: {
      session: (id: string) => `session ${id}`,
    },
  },
  settings: {
    name: 'Name',
    limit: 'Limit',
    noLimit: 'No limit',
    limitNow: (limit: React.ReactNode, used: React.ReactNode) => (
      <>
        {limit}, {used} used. A limit can be larger, smaller, or none.
      </>
    ),
    size: 'Size',
    sizeNow: (size: React.ReactNode, used: React.ReactNode) => (
      <>
        {size}, {used} used. A lun can only become larger.
      </>
    ),
    sizeOfFile: 'That of its backing file.',
    delete: 'Delete this volume',
    deleteFilesystem: 'Its data goes for good, and with it its snapshots and its share.',
    deleteLun: 'Its data goes for good, and with it its snapshots and its mappings to hosts.',
    deleteFileBacked: 'Its hosts lose the disk.',
  },
}
