import { useOperation } from '../../api/operations.ts'
import { ConfirmDelete } from '../../components/ConfirmDelete.tsx'
import { toast } from '../../components/toasts.tsx'
import { useRelationships } from '../../components/replication/use-relationships.ts'
import { between, type PartnerRow } from './partners.ts'
import { words } from './words.tsx'

const { removePartner } = words

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
      consequences={relations && (count === 0 ? [] : [removePartner.relationships(count)])}
      note={
        <>
          <p>{removePartner.forget(partner.appliance.name)}</p>
          {count > 0 && <p>{removePartner.relationshipsFirst}</p>}
        </>
      }
      isBusy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onConfirm={async () => {
        await remove.mutateAsync({ params: { id: partner.id } })
        toast({ title: removePartner.done(partner.appliance.name) })
        await onRemoved()
      }}
    />
  )
}
