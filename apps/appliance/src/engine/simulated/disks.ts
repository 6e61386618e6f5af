import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { EngineDisk } from '../engine.ts'
import { hex } from './random.ts'

/** What a test or a demo may do to the simulated machine, in `DIR/control.json`: no vSnap has a call for it. */
const control = z.object({
  /** Uuids of disks that have failed. */
  failed_disks: z.array(z.string()).default([]),
  /** Further disks that the next rescan finds. */
  added_disks: z.int().min(0).max(64).default(0),
})
export type Control = z.output<typeof control>

/** The simulated machine's disks: as many and as large as said when it was made, their uuids from its seed. */
export function simulatedDisk(seed: string, index: number, size: number): Omit<EngineDisk, 'failed'> {
  return {
    uuid: `36000c29${hex(25, seed, 'disk', index)}`,
    name: deviceName(index + 1),
    model: 'Virtual disk',
    vendor: 'VMware',
    type: 'SCSI',
    size,
  }
}

/** /dev/sda … /dev/sdz, /dev/sdaa …; the first is the system's own. */
function deviceName(index: number): string {
  let letters = ''
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1)
    letters = String.fromCharCode(97 + (rest % 26)) + letters
  return `/dev/sd${letters}`
}

/** Reads `DIR/control.json`, again only when it has changed. A file that cannot be read as such changes nothing. */
export function watchControl(dir: string): () => Control {
  const file = join(dir, 'control.json')
  let read = { at: 0, value: control.parse({}) }
  return () => {
    const at = existsSync(file) ? statSync(file).mtimeMs : 0
    if (at === read.at) return read.value
    try {
      read = { at, value: at === 0 ? control.parse({}) : control.parse(JSON.parse(readFileSync(file, 'utf8'))) }
    } catch {
      // Half-written: the next look has the rest.
    }
    return read.value
  }
}
