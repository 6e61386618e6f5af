import { paths } from '../../paths.ts'
import { relationshipCan } from '@vsnap/vsnap-api/relationship.rules.ts'
import type { Relationship } from '@vsnap/vsnap-api/relationship.ts'
import { reasonOf } from '@vsnap/vsnap-api/verdict.ts'
import type { VolumeSummary } from '@vsnap/vsnap-api/volume.ts'
import type { BulkAction } from './BulkBar.tsx'
import { appliancesOf } from './rows.ts'
import { words } from './words.ts'

type Volume = VolumeSummary & { readonly appliance: { readonly id: string; readonly name: string } }

/** Leads to the wizard that replicates these volumes. It is about the volumes of one appliance, whose partners are offered. */
export function replicateAction<Row extends Volume>(
  rows: readonly Row[],
  refusal: string | undefined,
  relationshipsOf: (row: Row) => readonly Relationship[],
): BulkAction<Row> {
  const appliances = appliancesOf(rows)
  return {
    label: words.replicate.replicate,
    to: (possible) => paths.replicate({ appliance: appliances[0]?.id, volume: possible.map(({ id }) => id) }),
    refusal: refusal ?? (appliances.length > 1 ? words.replicate.onAppliances(appliances.length) : undefined),
    without: (row) => reasonOf(relationshipCan.create(row, undefined, relationshipsOf(row))),
  }
}
