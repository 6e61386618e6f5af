import type { Disk } from './disk.ts'
import { diskCan, isUnused, uuidOfPath } from './disk.rules.ts'
import { raid } from './pool.layout.ts'
import type { Pool, PoolSummary, PoolType } from './pool.ts'
import { poolTypes } from './pool.ts'
import type { System } from './system.ts'
import { systemCan } from './system.rules.ts'
import { all, allowed, refused, type Verdict } from './verdict.ts'

/** Keys of a pool's `disks` that are not groups of data. */
export const auxiliary = ['log', 'cache', 'spare'] as const
export type Auxiliary = (typeof auxiliary)[number]

const maxName = 256

/** The groups of data of a pool: name and device paths. */
export function dataGroups(pool: Pool): { readonly name: string; readonly paths: readonly string[] }[] {
  return Object.entries(pool.disks ?? {})
    .filter(([name]) => !auxiliary.some((key) => key === name))
    .map(([name, paths]) => ({ name, paths }))
}

function name(wanted: string, pools: readonly PoolSummary[], self?: string): Verdict {
  if (wanted.trim() === '') return refused('InvalidParameterError', 'A pool needs a name.', 'name')
  if (wanted.length > maxName)
    return refused(
      'InvalidParameterError',
      `The name has ${wanted.length} characters; a pool's name has at most ${maxName}.`,
      'name',
    )
  // ZFS takes a pool's name as part of dataset paths and on command lines.
  if (!/^[A-Za-z][A-Za-z0-9_.:-]*$/.test(wanted)) {
    return refused(
      'InvalidParameterError',
      'A pool’s name starts with a letter and has only letters, digits, and the characters _ . : -',
      'name',
    )
  }
  const other = pools.find((pool) => pool.name === wanted && pool.id !== self)
  return other
    ? refused('AlreadyExistsError', `A pool with the name ${wanted} exists already. Choose another name.`, 'name')
    : allowed
}

function enoughDisks(count: number, poolType: PoolType): Verdict {
  const { fewest } = raid[poolType]
  if (count >= fewest) return allowed
  return refused(
    'InvalidParameterError',
    `${poolType} needs at least ${fewest} disk${fewest === 1 ? '' : 's'}; ${count === 0 ? 'none is' : `${count} ${count === 1 ? 'is' : 'are'}`} given.`,
    'disk_list',
  )
}

function disksFor(uuids: readonly string[] | undefined, disks: readonly Disk[], poolType: PoolType): Verdict {
  const wanted = uuids && uuids.length > 0 ? uuids : disks.filter(isUnused).map(({ uuid }) => uuid)
  if (wanted.length === 0)
    return refused('InvalidCandidateError', 'No unused disk is left on this system. Add disks and rescan.', 'disk_list')
  return all(diskCan.use(wanted, disks), enoughDisks(wanted.length, poolType))
}

function some(uuids: readonly string[], what: string): Verdict {
  return uuids.length > 0 ? allowed : refused('InvalidParameterError', `Say which disks to ${what}.`, 'disk_list')
}

function typeOf(pool: Pool): PoolType {
  return poolTypes.find((type) => type === pool.pool_type) ?? 'raid0'
}

/** What may be done with pools, and why not (§7). Both the appliance and the console ask here. */
export const poolCan = {
  name,

  /** May another pool be made at all? One pool unless the system was initialised with `multipool`. */
  createAny(system: System, pools: readonly PoolSummary[]): Verdict {
    const ready = systemCan.work(system)
    if (!ready.ok) return ready
    if (system.multipool !== true && pools.length > 0) {
      return refused(
        'AlreadyExistsError',
        `This system allows one pool, and ${pools[0]?.name ?? 'it'} exists. Several pools need an initialisation with multipool.`,
      )
    }
    return allowed
  },

  /** §7.1. Without `disk_list` (or with an empty one) all unused disks are meant. */
  create(
    wanted: { name: string; pool_type: PoolType; disk_list?: readonly string[] | undefined },
    system: System,
    pools: readonly PoolSummary[],
    disks: readonly Disk[],
  ): Verdict {
    return all(
      poolCan.createAny(system, pools),
      name(wanted.name, pools),
      disksFor(wanted.disk_list, disks, wanted.pool_type),
    )
  },

  /** §7.1, of which only the layout: may these disks become a pool of this type? */
  layOut(
    wanted: { readonly pool_type: PoolType; readonly disk_list?: readonly string[] | undefined },
    disks: readonly Disk[],
  ): Verdict {
    if (wanted.disk_list?.length === 0)
      return refused('InvalidParameterError', 'Choose disks for the pool.', 'disk_list')
    return disksFor(wanted.disk_list, disks, wanted.pool_type)
  },

  /** §7.4.2. The new disks become groups of their own, so they have to be enough for one. */
  expand(pool: Pool, uuids: readonly string[] | undefined, disks: readonly Disk[]): Verdict {
    return disksFor(uuids, disks, typeOf(pool))
  },

  /** §7.4.3. May it have a log at all now, whichever disks are meant? */
  takeLog(pool: Pool): Verdict {
    if (!pool.disks?.log?.length) return allowed
    return refused('AlreadyExistsError', `Pool ${pool.name} has a log already. Remove it first.`)
  },
  addLog(pool: Pool, uuids: readonly string[], disks: readonly Disk[]): Verdict {
    return all(poolCan.takeLog(pool), some(uuids, 'add'), diskCan.use(uuids, disks))
  },
  removeLog(pool: Pool): Verdict {
    return pool.disks?.log?.length ? allowed : refused('NotFoundError', `Pool ${pool.name} has no log.`)
  },

  /** §7.4.4. May it have a cache at all now? */
  takeCache(pool: Pool): Verdict {
    if (!pool.disks?.cache?.length) return allowed
    return refused('AlreadyExistsError', `Pool ${pool.name} has a cache already. Remove it first.`)
  },
  addCache(pool: Pool, uuid: string, disks: readonly Disk[]): Verdict {
    const verdict = diskCan.use([uuid], disks)
    return all(poolCan.takeCache(pool), verdict.ok ? verdict : { ...verdict, field: 'disk' })
  },
  removeCache(pool: Pool): Verdict {
    return pool.disks?.cache?.length ? allowed : refused('NotFoundError', `Pool ${pool.name} has no cache.`)
  },

  /** §7.4.5. May it have spares at all? */
  takeSpares(pool: Pool): Verdict {
    if (typeOf(pool) !== 'raid0') return allowed
    return refused(
      'NotApplicableError',
      `Pool ${pool.name} is raid0: without parity a spare has nothing to rebuild from.`,
    )
  },
  /** A spare has to be as large as the smallest disk that it may stand in for. */
  addSpare(pool: Pool, uuids: readonly string[], disks: readonly Disk[]): Verdict {
    const sizes = dataGroups(pool).flatMap(({ paths }) =>
      paths.map((path) => disks.find(({ uuid }) => uuid === uuidOfPath(path))?.size ?? 0),
    )
    const smallest = Math.min(...sizes.filter((size) => size > 0))
    const tooSmall = disks.find(({ uuid, size }) => uuids.includes(uuid) && (size ?? 0) < smallest)
    return all(
      poolCan.takeSpares(pool),
      some(uuids, 'add'),
      diskCan.use(uuids, disks),
      tooSmall && Number.isFinite(smallest)
        ? refused(
            'InvalidCandidateError',
            `Disk UUID ${tooSmall.uuid} is smaller than the pool's disks (${tooSmall.size} of ${smallest} bytes) and could not stand in for one.`,
            'disk_list',
          )
        : allowed,
    )
  },
  haveSpares(pool: Pool): Verdict {
    return pool.disks?.spare?.length ? allowed : refused('NotFoundError', `Pool ${pool.name} has no spares.`)
  },
  removeSpare(pool: Pool, uuids: readonly string[]): Verdict {
    const spares = (pool.disks?.spare ?? []).map(uuidOfPath)
    const stranger = uuids.find((uuid) => !spares.includes(uuid))
    return all(
      poolCan.haveSpares(pool),
      some(uuids, 'remove'),
      diskCan.once(uuids),
      stranger === undefined
        ? allowed
        : refused('NotFoundError', `Disk UUID ${stranger} is not a spare of pool ${pool.name}.`, 'disk_list'),
    )
  },

  /** Is there any unused disk to give to the pool? For buttons, before disks are chosen. */
  takeDisks(disks: readonly Disk[]): Verdict {
    return disks.some(isUnused)
      ? allowed
      : refused('InvalidCandidateError', 'No unused disk is left on this system. Add disks and rescan.')
  },
}
