import { volumeTypes } from '@vsnap/vsnap-api/volume.ts'
import { words } from './kind-words.ts'

/** The kinds of volumes, as a person chooses between them (guide §8.1). */
export const kindChoices = volumeTypes.map((kind) => ({ value: kind, label: kind, help: words.kinds[kind] }))

/** Whether a filesystem has a limit. */
export const limitChoices = [
  { value: 'none', ...words.limit.none },
  { value: 'size', ...words.limit.size },
] as const
