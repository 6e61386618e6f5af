import { useOperation } from '../../api/operations.ts'
import { ConfirmDelete } from '../../components/ConfirmDelete.tsx'
import { toast } from '../../components/toasts.tsx'
import { useRelationships } from '../../components/replication/use-relationships.ts'
import { said } from '../../ui/isolated.ts'
import { between, type PartnerRow } from './partners.ts'

/** Two appliances forget each other (guide §12.4). */
export default function RemovePartner({
  partner,
  onClose,
  onRemoved = onClose,
}: {
  partner: PartnerRow
  onClose: () => void
  onRemoved?: () => unknown
}) {
  const remove = useOperation(partner.appliance.id, 'partnerDelete')
  const { data } = useRelationships()
  const relations = data && between(partner, data)
  const count = relations?.length ?? 0
  return (
    <ConfirmDelete
      what="partner"
      name={partner.address ?? partner.id}
      consequences={
        relations && (count === 0 ? [] : [`${count} ${count === 1 ? 'relationship' : 'relationships'} between the two`])
      }
      note={
        <>
          <p>{partner.appliance.name} and the partner forget each other. Volumes stay on both.</p>
          {count > 0 && (
            <p>While the partner answers, relationships are deleted first, each with its replica or without it.</p>
          )}
        </>
      }
      isBusy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onConfirm={async () => {
        await remove.mutateAsync({ params: { id: partner.id } })
        toast({ title: said`${partner.appliance.name} has forgotten the partner` })
        await onRemoved()
      }}
    />
  )
}
