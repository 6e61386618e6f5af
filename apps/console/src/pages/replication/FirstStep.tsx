import { fleet } from '../../api/fleet.ts'
import { useRefusal } from '../../api/person.ts'
import { ActionButton } from '../../components/actions.tsx'
import { paths } from '../../paths.ts'
import { useQuery } from '@tanstack/react-query'
import { words } from './words.tsx'

const { actions } = words

/** What begins replication where there is none: a partner, until there is one. */
export function FirstStep({ appliance }: { appliance: string | undefined }) {
  const { data, isPending } = useQuery(fleet('partner', { appliance }))
  const refusal = useRefusal()
  if (isPending) return null
  const partner = { label: actions.addPartner, to: paths.partnerAdd({ appliance }), refusal: refusal('partnerCreate') }
  const create = {
    label: actions.replicate,
    to: paths.replicate({ appliance }),
    refusal: refusal('relationshipCreate'),
  }
  return <ActionButton variant="primary" action={data?.items.length === 0 ? partner : create} />
}
