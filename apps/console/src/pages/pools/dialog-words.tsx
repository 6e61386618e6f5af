// What people read in the dialogs of a pool.
import { said } from '../../ui/isolated.ts'
import { plural } from '../../ui/plural.ts'

export const words = {
  options: {
    title: (pool: string) => said`Options of ${pool}`,
    description: 'They apply to what is written from now on.',
    submit: 'Save',
    done: (pool: string) => said`Options of pool ${pool} changed`,
    compression: {
      label: 'Compression',
      help: 'Takes less space, costs a little processor time. Good for nearly everything.',
    },
    deduplication: {
      label: 'Deduplication',
      help: 'Blocks that are alike are kept once. Costs memory, about 5 GiB for each TiB that is stored; with less, writing becomes slow.',
      whenFull: (memory: React.ReactNode) => <>When this pool is full: about {memory}.</>,
    },
    syncwrite: {
      label: 'Synchronous writes',
      help: 'What a client was told is written is on the disks. Off is faster, and the last seconds are lost when the power fails.',
    },
  },
  addDisks: {
    unused: 'Unused disks',
    diskMissing: 'Choose a disk.',
    log: {
      title: (pool: string) => said`Add log disks to ${pool}`,
      description: 'Synchronous writes go to these disks first. Choose two, and they are mirrored.',
      submit: 'Add log disks',
      done: (pool: string, count: number) =>
        plural(count, {
          one: () => said`Pool ${pool} has a log disk more`,
          other: (figure) => said`Pool ${pool} has ${figure} log disks more`,
        }),
    },
    cache: {
      title: (pool: string) => said`Add cache disk to ${pool}`,
      description: 'What is read again and again is kept on this disk. Nothing is lost when it fails.',
      submit: 'Add cache disk',
      done: (pool: string) => said`Pool ${pool} has a cache disk more`,
    },
    spare: {
      title: (pool: string) => said`Add spare disks to ${pool}`,
      description: 'A spare takes the place of a disk that fails, at once and by itself.',
      submit: 'Add spare disks',
      done: (pool: string, count: number) =>
        plural(count, {
          one: () => said`Pool ${pool} has a spare disk more`,
          other: (figure) => said`Pool ${pool} has ${figure} spare disks more`,
        }),
    },
  },
  removeDisks: {
    spares: 'Spare disks',
    log: {
      title: (pool: string) => said`Remove log disks from ${pool}?`,
      description: 'Synchronous writes go to the data disks again. Nothing is lost.',
      submit: 'Remove log disks',
      done: (pool: string) => said`Pool ${pool}: log disks removed`,
    },
    cache: {
      title: (pool: string) => said`Remove cache disk from ${pool}?`,
      description: 'Reading can become slower. Nothing is lost.',
      submit: 'Remove cache disk',
      done: (pool: string) => said`Pool ${pool}: cache disks removed`,
    },
    spare: {
      title: (pool: string) => said`Remove spare disks from ${pool}?`,
      description: 'A disk that fails then has to be replaced by hand.',
      submit: 'Remove spare disks',
      done: (pool: string) => said`Pool ${pool}: spare disks removed`,
    },
  },
  snapshotVolumes: {
    unread: 'The volumes could not be read',
  },
  deleteOne: {
    volumes: (count: number) => plural(count, { one: '# volume', other: '# volumes' }),
    clones: (count: number) => plural(count, { one: '# clone', other: '# clones' }),
    snapshots: (count: number) => plural(count, { one: '# snapshot', other: '# snapshots' }),
    shares: (count: number) => plural(count, { one: '# share', other: '# shares' }),
    mappings: (count: number) => plural(count, { one: '# mapping to a host', other: '# mappings to hosts' }),
    note: 'Its disks become unused.',
    noteOfEmpty: 'The pool is empty. Its disks become unused.',
    done: (pool: string) => said`Pool ${pool} deleted`,
  },
}
