import { bff, pollEvery } from '../../api/queries.ts'
import { ErrorAlert } from '../../components/ErrorAlert.tsx'
import { forecastDetails, forecastWords } from '../../components/forecast-words.ts'
import { QueryTable } from '../../components/table/QueryTable.tsx'
import type { Column } from '../../components/table/table-rows.ts'
import { Bytes } from '../../ui/Bytes.tsx'
import { Nothing } from '../../ui/Nothing.tsx'
import { exactTime } from '../../ui/time.ts'
import type { UsagePoint } from '@vsnap/console-api/history.ts'
import type { Pool } from '@vsnap/vsnap-api/pool.ts'
import { FormSelect, FormSelectOption, Skeleton } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { charts, ratioText, type ChartName } from './history-charts.ts'
import { HistoryChart } from './HistoryChart.tsx'

/** How far back, and at which distance (seconds) that is kept. */
const periods = {
  recent: { label: 'The last 48 hours', days: 2, step: 0 },
  weeks: { label: 'The last 90 days', days: 90, step: 900 },
  years: { label: 'The last three years', days: 3 * 365, step: 86_400 },
} as const

const ratioColumn = (key: 'compression_ratio' | 'deduplication_ratio', header: string): Column<UsagePoint> => ({
  key,
  header,
  cell: ({ [key]: ratio }) => ratioText(ratio) || <Nothing />,
  value: ({ [key]: ratio }) => ratio,
  align: 'end',
})

const columns: readonly Column<UsagePoint>[] = [
  { key: 'time', header: 'Time', cell: ({ time }) => exactTime(time), value: ({ time }) => time },
  { key: 'used', header: 'Used', cell: ({ used }) => <Bytes value={used} />, value: ({ used }) => used, align: 'end' },
  {
    key: 'total',
    header: 'Size',
    cell: ({ total }) => <Bytes value={total} />,
    value: ({ total }) => total,
    align: 'end',
  },
  ratioColumn('compression_ratio', 'Compression'),
  ratioColumn('deduplication_ratio', 'Deduplication'),
]

/** How full a pool was, and what it saved: as a picture, of which a part can be looked at closely, and that part as a table. */
export default function HistoryTab({ applianceId, pool }: { applianceId: string; pool: Pool }) {
  const [search, setSearch] = useSearchParams()
  const period = oneOf(periods, search.get('period'), 'recent')
  const chartName = oneOf<ChartName>(charts, search.get('chart'), 'space')
  const chart = charts[chartName]
  const choose = (name: string, value: string) =>
    setSearch((current) => new URLSearchParams([...current].filter(([key]) => key !== name).concat([[name, value]])), {
      replace: true,
      preventScrollReset: true,
    })
  const [opened] = useState(() => Math.floor(Date.now() / 1000))
  const { days, step } = periods[period]
  const { data, error, refetch } = useQuery({
    ...bff('historyPool', {
      params: { appliance: applianceId, pool: pool.id },
      query: { step, since: opened - days * 86_400 },
    }),
    refetchInterval: pollEvery,
  })
  const [part, setPart] = useState({ from: 0, to: 100 })
  if (!data && error) return <ErrorAlert error={error} />
  const points = data?.points ?? []
  const shown = points.slice(
    Math.floor((part.from / 100) * points.length),
    Math.max(Math.ceil((part.to / 100) * points.length), 1),
  )
  const [first, last] = [shown[0], shown.at(-1)]
  return (
    <div className="vs-stack">
      <div className="vs-choices">
        <Choice label="Period" of={periods} value={period} onChange={(value) => choose('period', value)} />
        <Choice label="Chart" of={charts} value={chartName} onChange={(value) => choose('chart', value)} />
      </div>
      {data ? (
        <p>
          {forecastWords(data.forecast)}: <span className="vs-subtle">{forecastDetails(data.forecast)}</span>
        </p>
      ) : (
        <Skeleton height="12rem" screenreaderText="Loading" />
      )}
      {points.length > 1 && first && last && (
        <HistoryChart
          points={points}
          shown={shown}
          lines={chart.lines}
          scale={chart.scaleOf(shown)}
          said={chart.words(first, last)}
          part={part}
          onPart={setPart}
        />
      )}
      <QueryTable
        name="pool-history"
        label={`History of ${pool.name}`}
        query={{ data: data && shown, error, refetch }}
        columns={columns}
        rowKey={({ time }) => String(time)}
        rowName={({ time }) => exactTime(time)}
        order="-time"
        isPlain
        empty={<p>The console has not watched this pool in this period.</p>}
      />
    </div>
  )
}

/** The choice that the address names, if it is one. */
function oneOf<Name extends string>(all: Record<Name, unknown>, name: string | null, usual: Name): Name {
  return name !== null && Object.hasOwn(all, name) ? (name as Name) : usual
}

interface ChoiceProps {
  readonly label: string
  readonly of: Readonly<Record<string, { readonly label: string }>>
  readonly value: string
  readonly onChange: (value: string) => void
}

function Choice({ label, of: all, value, onChange }: ChoiceProps) {
  return (
    <FormSelect aria-label={label} value={value} onChange={(_, next) => onChange(next)}>
      {Object.entries(all).map(([name, choice]) => (
        <FormSelectOption key={name} value={name} label={choice.label} />
      ))}
    </FormSelect>
  )
}
