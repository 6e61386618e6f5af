import type { PoolSummary } from './pool.ts'
import { allowed, all, refused, type Verdict } from './verdict.ts'
import type { NewVolume, Volume, VolumeSummary } from './volume.ts'

const maxName = 255
/** Physical block sizes that a lun may have, in bytes; 65536 unless said otherwise (§8.1). */
export const blockSizes = [512, 1024, 2048, 4096, 8192, 16384, 32768, 65536, 131072] as const
export const defaultBlockSize = 65536
/** The smallest lun or limit that makes sense, in bytes. */
const smallestVolume = 1024 * 1024

/** Bytes as a person reads them: `1,073,741,824 bytes`. */
const exact = (bytes: number) => `${bytes.toLocaleString('en')} bytes`

function name(wanted: string, volumes: readonly VolumeSummary[], self?: string): Verdict {
  if (wanted.trim() === '') return refused('InvalidParameterError', 'A volume needs a name.', 'name')
  if (wanted.length > maxName)
    return refused(
      'InvalidParameterError',
      `The name has ${wanted.length} characters; a volume's name has at most ${maxName}.`,
      'name',
    )
  if (!/^[A-Za-z0-9][A-Za-z0-9_.:-]*$/.test(wanted)) {
    return refused(
      'InvalidParameterError',
      'A volume’s name starts with a letter or digit and has only letters, digits, and the characters _ . : -',
      'name',
    )
  }
  const other = volumes.find((volume) => volume.name === wanted && volume.id !== self)
  return other
    ? refused(
        'AlreadyExistsError',
        `A volume with the name ${wanted} exists already on this system. Choose another name.`,
        'name',
      )
    : allowed
}

function lunSize(bytes: number, block: number, pool: PoolSummary): Verdict {
  if (bytes < smallestVolume)
    return refused('InvalidParameterError', `A lun has at least ${exact(smallestVolume)} (1 MiB).`, 'size_total')
  if (bytes % block !== 0)
    return refused(
      'InvalidParameterError',
      `The size has to be a multiple of the block size (${exact(block)}).`,
      'size_total',
    )
  if (pool.size_total != null && bytes > pool.size_total) {
    return refused(
      'InsufficientSpaceError',
      `${exact(bytes)} are more than pool ${pool.name} has in all (${exact(pool.size_total)}).`,
      'size_total',
    )
  }
  return allowed
}

/** A limit may exceed the pool: filesystems are thinly provisioned. */
function limit(bytes: number | null | undefined): Verdict {
  if (bytes == null || bytes >= smallestVolume) return allowed
  return refused(
    'InvalidParameterError',
    `A limit is at least ${exact(smallestVolume)} (1 MiB), or none at all.`,
    'size_total',
  )
}

/** The size of a new filesystem or lun, and a lun's block size. */
function size(wanted: Exclude<NewVolume, { volume_type: 'filebackedlun' }>, pool: PoolSummary): Verdict {
  if (wanted.volume_type === 'filesystem') return limit(wanted.size_total)
  const block = wanted.size_block ?? defaultBlockSize
  const blockVerdict = blockSizes.some((known) => known === block)
    ? allowed
    : refused('InvalidParameterError', `The block size is one of ${blockSizes.join(', ')} bytes.`, 'size_block')
  return all(blockVerdict, lunSize(wanted.size_total, block, pool))
}

/** A path inside a filesystem: relative, without control characters, and no part of it leads out again. */
function parentPath(path: string): Verdict {
  const parts = path.split('/')
  if (
    path.startsWith('/') ||
    path.includes('\\') ||
    /\p{Cc}/u.test(path) ||
    parts.some((part) => part === '..' || part === '.' || part === '')
  ) {
    return refused(
      'InvalidParameterError',
      'The path is relative to the parent filesystem and stays inside it: no leading /, no . or .. and no empty part.',
      'parent_path',
    )
  }
  return allowed
}

/** A file that backs a volume: the volume's name, and its path in the filesystem. */
interface BackingFile {
  readonly name: string
  readonly parent_path: string
}

/** A path of its own: nobody else's file, no folder of one, and in no file. `files`: those in the same filesystem. */
function freePath(path: string, files: readonly BackingFile[]): Verdict {
  const taken = (reason: string) => refused('AlreadyExistsError', reason, 'parent_path')
  const same = files.find((file) => file.parent_path === path)
  if (same) return taken(`The file ${path} backs volume ${same.name} already.`)
  const inside = files.find((file) => file.parent_path.startsWith(`${path}/`))
  if (inside) return taken(`${path} is a folder: the file ${inside.parent_path} in it backs volume ${inside.name}.`)
  const around = files.find((file) => path.startsWith(`${file.parent_path}/`))
  if (around) return taken(`${around.parent_path} is a file and no folder: it backs volume ${around.name}.`)
  return allowed
}

/** What may be done with volumes, and why not (§8). Both the appliance and the console ask here. */
export const volumeCan = {
  name,
  parentPath,
  size,

  /** §8.1. `pool` is the pool of the new volume; `parent` the filesystem of a filebackedlun, `files` those that are in it. */
  create(
    wanted: NewVolume,
    where: {
      readonly pool?: PoolSummary | undefined
      readonly parent?: VolumeSummary | undefined
      readonly files?: readonly BackingFile[]
    },
    volumes: readonly VolumeSummary[],
  ): Verdict {
    const named = name(wanted.name, volumes)
    if (wanted.volume_type === 'filebackedlun') {
      if (!where.parent)
        return all(named, refused('NotFoundError', `No volume has the id ${wanted.parent_id}.`, 'parent_id'))
      const parent =
        where.parent.volume_type === 'filesystem'
          ? allowed
          : refused(
              'NotApplicableError',
              `Volume ${where.parent.name} is not a filesystem; only a filesystem can hold a backing file.`,
              'parent_id',
            )
      return all(named, parent, parentPath(wanted.parent_path), freePath(wanted.parent_path, where.files ?? []))
    }
    if (!where.pool) return all(named, refused('NotFoundError', `No pool has the id ${wanted.pool_id}.`, 'pool_id'))
    return all(named, size(wanted, where.pool))
  },

  /** §8.4: rename. */
  rename(volume: VolumeSummary, wanted: string, volumes: readonly VolumeSummary[]): Verdict {
    return name(wanted, volumes, volume.id)
  },

  /** §8.4: another size, in bytes; null takes a filesystem's limit away. */
  resize(volume: VolumeSummary, bytes: number | null, pool: PoolSummary | undefined): Verdict {
    if (volume.volume_type === 'filebackedlun')
      return refused(
        'NotApplicableError',
        'A filebackedlun is as large as its backing file; resize the file.',
        'size_total',
      )
    if (volume.volume_type === 'filesystem') {
      if (bytes !== null && bytes < (volume.size_used ?? 0)) {
        return refused(
          'InsufficientSpaceError',
          `The limit cannot be under what is used already (${exact(volume.size_used ?? 0)}).`,
          'size_total',
        )
      }
      return limit(bytes)
    }
    if (bytes === null) return refused('InvalidParameterError', 'A lun needs a size.', 'size_total')
    if (bytes < (volume.size_total ?? 0)) {
      return refused(
        'InvalidParameterError',
        `A lun cannot shrink: what its clients wrote at the end would be lost. It has ${exact(volume.size_total ?? 0)}.`,
        'size_total',
      )
    }
    // The block size of an existing lun is not in the API; whole sectors are what every block size shares.
    return pool ? lunSize(bytes, blockSizes[0], pool) : allowed
  },

  /** §8.6. */
  snapshot(volume: VolumeSummary): Verdict {
    return volume.volume_type === 'filebackedlun'
      ? refused('NotApplicableError', 'A filebackedlun has no snapshots of its own; make one of its parent filesystem.')
      : allowed
  },

  /** §8.8, §8.9, §9.3: only filesystems have shares. */
  haveShare({ name: called, volume_type: kind }: Pick<VolumeSummary, 'name' | 'volume_type'>): Verdict {
    if (kind === 'filesystem') return allowed
    return refused(
      'NotApplicableError',
      `Only a filesystem can be shared; ${called} is a ${kind ?? 'volume of another kind'}.`,
    )
  },

  /** §8.8: only filesystems, and one share each. */
  share(volume: Volume): Verdict {
    const kind = volumeCan.haveShare(volume)
    if (!kind.ok) return kind
    if (volume.share_id != null)
      return refused('AlreadyExistsError', `Volume ${volume.name} has a share already. Edit it, or delete it first.`)
    return allowed
  },

  /** §8.10: only luns and filebackedluns, and once to each host. */
  map(volume: Volume, hostId?: string): Verdict {
    if (volume.volume_type === 'filesystem')
      return refused('NotApplicableError', `A filesystem cannot be mapped to a host; share ${volume.name} instead.`)
    if (hostId !== undefined && volume.host_ids?.includes(hostId))
      return refused('AlreadyExistsError', `Volume ${volume.name} is mapped to this host already.`, 'host_id')
    return allowed
  },

  /** §8.5: not while a snapshot of it has clones, nor while filebackedluns have their file in it. */
  delete(
    volume: VolumeSummary,
    what: {
      readonly cloned: readonly { readonly name: string }[]
      readonly fileBacked: readonly { readonly name: string }[]
    },
  ): Verdict {
    const [cloned] = what.cloned
    if (cloned)
      return refused(
        'HasClonesError',
        `Volume ${volume.name} cannot be deleted: its snapshot ${cloned.name} has clones. Delete the clones first.`,
      )
    const [backed] = what.fileBacked
    if (backed)
      return refused(
        'InUseError',
        `Volume ${volume.name} cannot be deleted: it holds the backing file of ${backed.name}. Delete ${backed.name} first.`,
      )
    return allowed
  },
}
