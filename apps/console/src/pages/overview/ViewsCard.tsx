import { bff, pollEvery } from '../../api/queries.ts'
import { PageLink } from '../../components/PageLink.tsx'
import { paths } from '../../paths.ts'
import { useQuery } from '@tanstack/react-query'
import { Figure, OverviewCard } from './OverviewCard.tsx'
import { words } from './words.tsx'

/** The questions that somebody wants to have an eye on: each number opens its list. Nothing while there is none. */
export function ViewsCard() {
  const views = useQuery(bff('viewList')).data?.views.filter(({ on_overview: isHere }) => isHere) ?? []
  const { data } = useQuery({ ...bff('viewCounts'), refetchInterval: pollEvery, enabled: views.length > 0 })
  if (views.length === 0) return null
  return (
    <OverviewCard title={words.views.title} aside={<PageLink to={paths.views()}>{words.views.toAll}</PageLink>}>
      <div className="vs-figures">
        {views.map(({ id, name }) => (
          <Figure
            key={id}
            value={data?.counts.find((one) => one.id === id)?.count}
            what={name}
            heard={(count) => words.views.heard.count(count, name)}
            to={paths.view(id)}
          />
        ))}
      </div>
    </OverviewCard>
  )
}
