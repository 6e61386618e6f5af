import type { EngineDisk } from '../engine.ts'
import { hex } from './random.ts'

/** The simulated machine's disks: as many and as large (bytes) as said when it was made, their uuids from its seed. */
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
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(97 + (rest % 26)) + letters
  }
  return `/dev/sd${letters}`
}
