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
import { words } from './words.tsx'

/** One look over every appliance: what is wrong, what fills up, what is not protected, what goes on. */
export default function OverviewPage() {
  const [search] = useSearchParams()
  const label = search.get('label')
  const { data } = useSuspenseQuery({ ...overview(label), refetchInterval: pollEvery })
  const refusal = useRefusal()
  const { appliances } = data
  const well = appliances.filter(({ state }) => answers(state)).length
  if (appliances.length === 0 && label === null) {
    const add = { label: words.page.addAppliance, to: paths.applianceAdd(), refusal: refusal('applianceCreate') }
    return (
      <>
        <PageHeader title={words.title} />
        <EmptyState titleText={words.page.empty.title} headingLevel="h2" icon={ServerIcon}>
          <EmptyStateBody>{words.page.empty.text}</EmptyStateBody>
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
        title={words.title}
        aside={
          <span className="vs-subtle">
            {well === appliances.length ? words.page.answer(well) : words.answerOf(well, appliances.length)}
          </span>
        }
        actions={
          <>
            <LabelFilter />
            <ActionButton action={{ label: words.page.report, to: paths.report() }} />
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
