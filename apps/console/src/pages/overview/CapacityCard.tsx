import { PageLink } from '../../components/PageLink.tsx'
import { paths } from '../../paths.ts'
import { exactBytes, formatBytes } from '../../ui/bytes.ts'
import { percent, UsageBar } from '../../ui/UsageBar.tsx'
import type { FullPool } from '@vsnap/console-api/fleet.ts'
import { forecastDetails, forecastWords, growthWords } from '../../components/forecast-words.ts'
import { OverviewCard } from './OverviewCard.tsx'
import { Sparkline } from './Sparkline.tsx'
import { words } from './words.tsx'

interface Capacity {
  readonly used: number
  readonly total: number
  readonly per_day: number | null
  readonly pools: readonly FullPool[]
}

/** What fills up? All of the fleet, and the fullest pools. */
export function CapacityCard({ capacity: { used, total, per_day: perDay, pools } }: { capacity: Capacity }) {
  return (
    <OverviewCard
      title={words.capacity.title}
      aside={
        total > 0 && (
          <span title={words.capacity.usedExactly(exactBytes(used), exactBytes(total))}>
            {words.capacity.used(formatBytes(used), formatBytes(total))}
            {perDay !== null && <> · {words.capacity.growth(growthWords(perDay))}</>}
          </span>
        )
      }
    >
      {pools.length === 0 ? (
        <p className="vs-card-calm">
          {words.capacity.noPool((text) => (
            <PageLink to={paths.poolCreate()}>{text}</PageLink>
          ))}
        </p>
      ) : (
        <>
          <progress
            className="vs-capacity"
            value={used / total}
            aria-label={words.capacity.heard.used(percent(used / total))}
          />
          <ul className="vs-lines" aria-label={words.capacity.heard.pools}>
            {pools.map((pool) => (
              <PoolLine key={`${pool.appliance.id}/${pool.id}`} pool={pool} />
            ))}
          </ul>
        </>
      )}
    </OverviewCard>
  )
}

function PoolLine({ pool: { appliance, id, name, used, total, recent, forecast } }: { pool: FullPool }) {
  return (
    <li className="vs-line vs-full-pool">
      <div className="vs-line-text">
        <PageLink to={paths.pool(appliance.id, id)} className="vs-line-name" title={name}>
          {name}
        </PageLink>
        <div className="vs-aside vs-break">
          <bdi>{appliance.name}</bdi> · <span title={forecastDetails(forecast)}>{forecastWords(forecast)}</span>
        </div>
      </div>
      <Sparkline values={recent} />
      <UsageBar used={used} of={total} />
    </li>
  )
}
