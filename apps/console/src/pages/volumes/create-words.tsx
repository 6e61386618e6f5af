// What people read in the wizard that creates volumes.
import { isolated, said } from '../../ui/isolated.ts'
import { locale } from '../../ui/locale.ts'
import { figure, plural } from '../../ui/plural.ts'

/** Names after a colon: `esx-01, esx-02`. */
const listed = new Intl.ListFormat(locale, { type: 'unit' })

export const words = {
  title: 'Create volume',
  volumes: 'Volumes',
  loading: 'Loading',
  tryAgain: 'Try again',
  refused: 'You cannot create volumes',
  submit: (count: number) => plural(count, { one: 'Create volume', other: 'Create # volumes' }),
  leaving: 'Nothing is created yet.',
  done: (name: string) => said`Volume ${name} created`,
  kept: {
    title: (count: number, names: string) =>
      plural(count, { one: () => `Create volume ${names}`, other: (n) => `Create ${n} volumes ${names}` }),
    volumeTo: (volume: string, host: string) => `${volume} to ${host}`,
  },
  like: {
    unread: 'The volume to be like could not be read',
    beginWithout: 'Begin without it',
    filledIn: (volume: React.ReactNode) => (
      <>What follows is filled in as with {volume}: kind, size, and who reaches it.</>
    ),
  },
  pool: {
    name: 'Pool',
    title: 'Where does it take its space from?',
    missing: 'Choose the pool that the volume takes its space from.',
    filter: 'Filter by pool or appliance',
    heard: {
      filter: 'Filter pools',
      poolOn: (pool: string, appliance: string) => `${pool} on ${appliance}`,
    },
    pool: 'Pool',
    appliance: 'Appliance',
    state: 'State',
    stateUnknown: 'unknown',
    free: 'Free',
    used: 'Used',
    noneMatches: 'No pool matches.',
    notTheRightOne: (createPool: React.ReactNode) => <>Not the right one? {createPool}</>,
    createPool: 'Create a pool',
  },
  /** The pool beside the steps. */
  aside: {
    appliance: 'Appliance',
    layout: 'Layout',
    free: 'Free',
    used: 'Used',
    state: (state: string) => `The pool is ${state}.`,
    more: {
      title: 'More than is free now',
      text: (count: number, together: string) =>
        plural(count, {
          one: 'Space is taken only as it is written. Before the volume is full, the pool will be: expand it in time.',
          other: `Together they may hold ${together}. Space is taken only as it is written. Before the volumes are full, the pool will be: expand it in time.`,
        }),
    },
  },
  kind: {
    name: 'Kind',
    title: 'What is it for?',
    kind: 'Kind',
    noParent: 'The pool has no filesystem yet that could hold the file.',
  },
  details: {
    nameAndFile: 'Name and file',
    nameAndSize: 'Name and size',
    name: 'Name',
    nameHelp: 'Unique on the appliance. For several at once: vol-{01..12} stands for twelve names.',
    /** What a pattern stands for. */
    several: (count: number, names: string) =>
      plural(count, { one: (n) => said`${n} volume: ${names}.`, other: (n) => said`${n} volumes: ${names}.` }),
    size: 'Size',
    sizeHelp: 'At most what the pool has; a lun can become larger later, never smaller.',
    limit: 'Limit',
    blockSize: 'Block size',
    blockSizeHelp: 'As large as what its hosts write at once. It cannot be changed later.',
    usual: (size: string) => `${size} (usual)`,
    parent: 'Parent volume',
    parentHelp: 'The filesystem where the file is.',
    chooseParent: 'Choose a filesystem',
    parentMissing: 'Choose the filesystem that has the file.',
    path: 'Path of the backing file',
    pathExample: 'my_files/file1.img',
    pathHelp: (count: number) =>
      plural(count, {
        one: 'Relative to the root of the parent volume, as my_files/file1.img. The lun is as large as the file.',
        other:
          'Relative to the root of the parent volume, as my_files/file1.img. {name} stands for the name of each volume. The lun is as large as the file.',
      }),
    pathMissing: 'Enter the path of the backing file.',
    pathNeedsName: 'With several volumes the path needs {name}, so that each has a file of its own.',
  },
  /** Of several volumes, by a pattern. */
  names: {
    notARange: 'Write a range of numbers as {01..12}.',
    backwards: 'The range ends before it begins.',
    twice: 'Some of these names are the same.',
    tooMany: (count: number, most: number) =>
      plural(count, {
        one: `That is # volume; ${figure(most)} at most are made at once.`,
        other: `That is # volumes; ${figure(most)} at most are made at once.`,
      }),
    taken: (count: number, names: string) =>
      plural(count, {
        one: (n) => said`Of these names, ${n} exists already on this system: ${names}. Choose others.`,
        other: (n) => said`Of these names, ${n} exist already on this system: ${names}. Choose others.`,
      }),
    two: (first: string, last: string) => said`${first} and ${last}`,
    firstAndLast: (first: string, last: string) => said`${first} … ${last}`,
  },
  access: {
    name: 'Access',
    whoMayReach: (count: number) => plural(count, { one: 'Who may reach it?', other: 'Who may reach them?' }),
    share: 'Share',
    notYet: { label: 'Not yet', help: 'Nobody reaches it until it is shared.' },
    shareOf: { nfs: 'NFS share', smb: 'SMB share' },
    whichHosts: (count: number) => plural(count, { one: 'Which hosts see it?', other: 'Which hosts see them?' }),
    hosts: 'Hosts',
    unread: 'The hosts could not be read',
    strangers: (appliance: string, hosts: readonly string[]) =>
      said`${appliance} has no host with this name: ${listed.format(hosts.map(isolated))}. Nothing is mapped there.`,
    noHost: (appliance: string) => said`There is no host on ${appliance} yet. The volume can be mapped later.`,
    noInitiator: 'no initiator: it cannot see its LUNs',
    createHost: 'Create a host',
    writeBoth: 'Two hosts that write to one disk destroy what is on it, unless its filesystem is made for that.',
    tooManyCalls: (count: number, most: number) =>
      plural(count, {
        one: `That is # call, and a task has at most ${figure(most)}. Choose fewer hosts, or make fewer volumes at once.`,
        other: `That is # calls, and a task has at most ${figure(most)}. Choose fewer hosts, or make fewer volumes at once.`,
      }),
  },
  replication: {
    name: 'Replication',
    isThereACopy: (count: number) =>
      plural(count, { one: 'Is there a copy of it elsewhere?', other: 'Is there a copy of them elsewhere?' }),
    replication: 'Replication',
    none: { label: 'No copy', help: 'It can be replicated later.' },
    partner: { label: 'Replicate', help: 'A partner keeps a copy, as it was at the last session.' },
    partnerMissing: 'Choose a partner.',
  },
  review: {
    name: 'Review',
    title: 'Review',
    volume: 'Name',
    severalVolumes: (count: number) => plural(count, { one: '# volume', other: '# volumes' }),
    kind: 'Kind',
    pool: 'Pool',
    poolOn: (pool: string, appliance: string) => said`${pool} on ${appliance}`,
    file: 'File',
    fileIn: (path: string, parent: string) => said`${path} in ${parent}`,
    fileInParent: (path: string) => said`${path} in the parent volume`,
    size: 'Size',
    limit: 'Limit',
    noLimit: 'none',
    exactly: (size: string, bytes: string) => `${size} (${bytes})`,
    blockSize: 'Block size',
    share: 'Share',
    noShare: 'none yet',
    smb: 'SMB',
    /** `hosts`: the sentence about who can reach it. */
    nfs: (hosts: string) => `NFS. ${hosts}`,
    nfsReadOnly: (hosts: string) => `NFS, read only. ${hosts}`,
    hosts: 'Hosts',
    noHosts: 'none yet',
    replication: 'Replication',
    noCopy: 'none yet',
    copyNow: (partner: React.ReactNode) => <>to {partner}, first session now</>,
    copyLater: (partner: React.ReactNode) => <>to {partner}, first session later</>,
    /** To a partner that this console does not know. */
    copyNowById: (id: React.ReactNode) => <>to partner {id}, first session now</>,
    copyLaterById: (id: React.ReactNode) => <>to partner {id}, first session later</>,
    callOn: (appliance: string) => said`The call that is made on ${appliance}`,
  },
}
