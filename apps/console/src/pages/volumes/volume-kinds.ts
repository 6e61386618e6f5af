import type { VolumeType } from '@vsnap/vsnap-api/volume.ts'

/** The kinds of volumes, as a person chooses between them (guide §8.1). */
export const kinds: Readonly<Record<VolumeType, string>> = {
  filesystem: 'Files and folders, shared by NFS or SMB. It grows as it is filled, up to a limit if you set one.',
  lun: 'A disk of a fixed size for hosts, by iSCSI. It takes space of the pool as it is written.',
  filebackedlun: 'A disk for hosts whose content is a file in a filesystem that exists already.',
}

/** Whether a filesystem has a limit. */
export const limitChoices = [
  { value: 'none', label: 'No limit', help: 'It may use whatever is free in its pool.' },
  { value: 'size', label: 'Limit', help: 'It never holds more than this. A limit may exceed what the pool has.' },
] as const
