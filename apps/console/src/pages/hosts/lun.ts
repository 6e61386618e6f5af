import type { VolumeSummary } from '@vsnap/vsnap-api/volume.ts'
import { words } from './words.tsx'

/** A volume that a host sees as a disk. */
export interface Lun {
  readonly appliance: { readonly id: string; readonly name: string }
  readonly host: { readonly id: string; readonly name: string }
  /** The disk's number there. */
  readonly lun: number | null | undefined
  readonly volumeId: string
  /** Undefined until the volumes are known. */
  readonly volume: VolumeSummary | undefined
}

export const nameOfLun = ({ volume, volumeId }: Lun): string => volume?.name ?? words.lunList.nameless(volumeId)
