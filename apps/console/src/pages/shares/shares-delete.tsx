import type { FleetRow } from '../../api/fleet.ts'
import { plannedCall } from '../../api/plans.ts'
import { vsnap } from '../../api/queries.ts'
import type { BulkDialogProps } from '../../components/bulk/BulkBar.tsx'
import { BulkDialog } from '../../components/bulk/BulkDialog.tsx'
import { phraseFor } from '../../components/bulk/rows.ts'
import { useLive } from '../../components/bulk/use-live.ts'
import { ErrorAlert } from '../../components/ErrorAlert.tsx'
import type { Share } from '@vsnap/vsnap-api/share.ts'
import { words } from './words.ts'

const { deleteMany } = words

/** Deletes many shares (guide §9.4): counts who loses access; what is in the volumes stays. */
export function DeleteShares({ rows, left, onClose }: BulkDialogProps<FleetRow<'share'>>) {
  const details = useLive(rows.map(({ appliance, id }) => vsnap(appliance.id, 'shareView', { params: { id } })))
  const isKnown = details.isKnown && details.error === null
  const doomed = isKnown ? rows.filter((_, index) => details.data[index] !== undefined) : rows
  const gone = rows.filter((row) => !doomed.includes(row))
  return (
    <BulkDialog
      title={deleteMany.title(doomed.length)}
      submit={deleteMany.submit}
      task={deleteMany.task(doomed.length)}
      left={[...left, ...gone.map(({ name }) => ({ name, reason: deleteMany.gone }))]}
      phrase={phraseFor(doomed, deleteMany.phrase)}
      calls={
        isKnown
          ? doomed.map(({ id, name, appliance }) => plannedCall(appliance, 'shareDelete', { params: { id } }, name))
          : undefined
      }
      heading={deleteMany.losers}
      consequences={losers(details.data.filter((share) => share !== undefined))}
      note={
        details.error ? <ErrorAlert error={details.error} title={deleteMany.uncounted} /> : isKnown && deleteMany.note
      }
      onClose={onClose}
    />
  )
}

/** Who cannot reach the filesystems any more. */
function losers(shares: readonly Share[]): string[] {
  const hostsOf = ({ share_options: options }: Share) => options?.allowed_hosts ?? []
  const isOpen = (share: Share) => share.share_type === 'smb' || hostsOf(share).includes('all')
  const hosts = new Set(shares.filter((share) => !isOpen(share)).flatMap(hostsOf))
  const open = shares.filter(isOpen).length
  return [
    ...(open > 0 ? [deleteMany.losersOfOpen(open)] : []),
    ...(hosts.size > 0 ? [deleteMany.losersByAddress(hosts.size)] : []),
  ]
}
