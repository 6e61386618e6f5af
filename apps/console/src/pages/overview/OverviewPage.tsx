import { overview } from '../../api/fleet.ts'
import { pollEvery } from '../../api/queries.ts'
import { useRefusal } from '../../api/person.ts'
import { ActionButton } from '../../components/actions.tsx'
import { LabelFilter } from '../../components/LabelFilter.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { paths } from '../../paths.ts'
import { answers } from '@vsnap/console-api/appliance.ts'
import { EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core'
import { ServerIcon } from '@patternfly/react-icons'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { ActivityCard } from './ActivityCard.tsx'
import { AttentionCard } from './AttentionCard.tsx'
import { CapacityCard } from './CapacityCard.tsx'
import { ProtectionCard } from './ProtectionCard.tsx'
import { ViewsCard } from './ViewsCard.tsx'
import './overview.css'

/** One look over every appliance: what is wrong, what fills up, what is not protected, what goes on. */
export default function OverviewPage() {
  const [search] = useSearchParams()
  const label = search.get('label')
  const { data } = useSuspenseQuery({ ...overview(label), refetchInterval: pollEvery })
  const refusal = useRefusal()
  const { appliances } = data
  const well = appliances.filter(({ state }) => answers(state)).length
  if (appliances.length === 0 && label === null) {
    const add = { label: 'Add appliance', to: paths.applianceAdd(), refusal: refusal('applianceCreate') }
    return (
      <>
        <PageHeader title="Overview" />
        <EmptyState titleText="No appliance yet" headingLevel="h2" icon={ServerIcon}>
          <EmptyStateBody>
            Here will stand what is wrong on any of your vSnap servers, what fills up, and what is not protected. Add
            the first one by its address, user name and password.
          </EmptyStateBody>
          <EmptyStateFooter>
            <EmptyStateActions>
              <ActionButton variant="primary" action={add} />
            </EmptyStateActions>
          </EmptyStateFooter>
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <PageHeader
        title="Overview"
        aside={
          <span className="vs-subtle">
            {well === appliances.length
              ? `${well === 1 ? 'The appliance answers' : `All ${well} appliances answer`}`
              : `${well} of ${appliances.length} appliances answer`}
          </span>
        }
        actions={
          <>
            <LabelFilter />
            <ActionButton action={{ label: 'Daily report', to: paths.report() }} />
          </>
        }
      />
      <div className="vs-overview">
        <AttentionCard attention={data.attention} />
        <CapacityCard capacity={data.capacity} />
        <ProtectionCard protection={data.protection} label={label ?? undefined} />
        <ActivityCard activity={data.activity} />
        <ViewsCard />
      </div>
    </>
  )
}
