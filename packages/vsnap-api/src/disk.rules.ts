import type { Disk } from './disk.ts'
import { allowed, all, refused, type Verdict } from './verdict.ts'

/** True for a disk that can become part of a pool (§6.1: unformatted, unpartitioned, in no pool). */
export function isUnused(disk: Disk): boolean {
  return disk.used_as === 'unused'
}

/** The device path under which a pool shows a disk. */
export function devicePath(uuid: string): string {
  return `/dev/disk/by-id/scsi-${uuid}`
}

/** The uuid in a device path, or the path itself when it has another form. */
export function uuidOfPath(path: string): string {
  return path.replace(/^.*\/(scsi-)?/, '')
}

/** What the appliance says of a disk in `used_as` (§6.1). */
export const diskUses = ['unused', 'pool', 'log', 'cache', 'spare', 'failed'] as const

export const diskCan = {
  /** May disks be listed by this use? A misspelt one would look as if there were none. */
  listBy(use: string): Verdict {
    if (diskUses.some((known) => known === use)) return allowed
    return refused(
      'InvalidParameterError',
      `No disk is used as ${use}; used_as is one of ${diskUses.join(', ')}.`,
      'used_as',
    )
  },

  /** Is each of these uuids named once? */
  once(uuids: readonly string[]): Verdict {
    const doubled = uuids.find((uuid, index) => uuids.indexOf(uuid) !== index)
    return doubled === undefined
      ? allowed
      : refused('InvalidCandidateError', `Disk UUID ${doubled} is named twice.`, 'disk_list')
  },

  /** May these uuids be given to a pool: each known, unused, and named once? Refusals are InvalidCandidateError, as in §1. */
  use(uuids: readonly string[], disks: readonly Disk[]): Verdict {
    const known = new Map(disks.map((disk) => [disk.uuid, disk]))
    return all(
      diskCan.once(uuids),
      ...uuids.map((uuid) => {
        const disk = known.get(uuid)
        if (!disk)
          return refused(
            'InvalidCandidateError',
            `Disk UUID ${uuid} is not a disk of this system. Rescan the disks if it was added just now.`,
            'disk_list',
          )
        if (isUnused(disk)) return allowed
        return refused(
          'InvalidCandidateError',
          `Disk UUID ${uuid} is not a valid candidate for a pool: ${disk.name} is used as ${disk.used_as ?? 'something unknown'}.`,
          'disk_list',
        )
      }),
    )
  },
}
