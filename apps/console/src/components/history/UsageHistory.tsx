import { ErrorAlert } from '../ErrorAlert.tsx'
import { forecastDetails, forecastWords } from '../forecast-words.ts'
import { QueryTable } from '../table/QueryTable.tsx'
import type { Column } from '../table/table-rows.ts'
import { Bytes } from '../../ui/Bytes.tsx'
import { Nothing } from '../../ui/Nothing.tsx'
import { exactTime } from '../../ui/time.ts'
import type { Forecast, HistoryStep, UsagePoint } from '@vsnap/console-api/history.ts'
import { FormSelect, FormSelectOption, Skeleton } from '@patternfly/react-core'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { Chart } from './charts.ts'
import { HistoryChart } from './HistoryChart.tsx'
import { words } from './words.tsx'

/** How far back, and at which distance (seconds) that is kept. */
const periods = {
  recent: { label: words.periods.recent, days: 2, step: 0 },
  weeks: { label: words.periods.weeks, days: 90, step: 900 },
  years: { label: words.periods.years, days: 3 * 365, step: 86_400 },
} as const satisfies Record<string, { label: string; days: number; step: HistoryStep }>

/** The period that the address names, and what to ask for it (epoch seconds). */
export function usePeriod() {
  const [search] = useSearchParams()
  const [opened] = useState(() => Math.floor(Date.now() / 1000))
  const { days, step } = periods[oneOf(periods, search.get('period'), 'recent')]
  return { step, since: opened - days * 86_400 }
}

const ownColumns: readonly Column<UsagePoint>[] = [
  { key: 'time', header: words.time, cell: ({ time }) => exactTime(time), value: ({ time }) => time },
  {
    key: 'used',
    header: words.used,
    cell: ({ used }) => <Bytes value={used} />,
    value: ({ used }) => used,
    align: 'end',
  },
  {
    key: 'total',
    header: words.size,
    cell: ({ total }) => (total === null ? <Nothing /> : <Bytes value={total} />),
    value: ({ total }) => total,
    align: 'end',
  },
]

export interface UsageHistoryProps<Point extends UsagePoint> {
  /** What it is the past of: `pool`, and its name. */
  readonly kind: 'pool' | 'volume'
  readonly name: string
  readonly query: {
    readonly data: { readonly points: readonly Point[]; readonly forecast: Forecast } | undefined
    readonly error: Error | null
    readonly refetch: () => unknown
  }
  /** What can be seen of it; the first is the usual one. */
  readonly charts: Readonly<Record<string, Chart<Point>>>
  /** Columns besides the time, what was used, and the size. */
  readonly columns?: readonly Column<Point>[]
}

/** How full something was: as a picture, of which a part can be looked at closely, and that part as a table. */
export function UsageHistory<Point extends UsagePoint>({
  kind,
  name,
  query: { data, error, refetch },
  charts,
  columns = [],
}: UsageHistoryProps<Point>) {
  const [search, setSearch] = useSearchParams()
  const choose = (key: string, value: string) =>
    setSearch(
      (current) => new URLSearchParams([...current].filter(([other]) => other !== key).concat([[key, value]])),
      {
        replace: true,
        preventScrollReset: true,
      },
    )
  const chartName = oneOf(charts, search.get('chart'), Object.keys(charts)[0] ?? '')
  const chart = charts[chartName]
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
        <Choice
          label={words.period}
          of={periods}
          value={oneOf(periods, search.get('period'), 'recent')}
          onChange={(value) => choose('period', value)}
        />
        {Object.keys(charts).length > 1 && (
          <Choice label={words.chart} of={charts} value={chartName} onChange={(value) => choose('chart', value)} />
        )}
      </div>
      {data ? (
        <p>
          {words.forecast(
            forecastWords(data.forecast),
            <span className="vs-subtle">{forecastDetails(data.forecast)}</span>,
          )}
        </p>
      ) : (
        <Skeleton height="12rem" screenreaderText={words.heard.loading} />
      )}
      {points.length > 1 && first && last && chart && (
        <HistoryChart
          points={points}
          shown={shown}
          lines={chart.linesOf(shown)}
          scale={chart.scaleOf(shown)}
          sentence={chart.sentence(first, last)}
          part={part}
          onPart={setPart}
        />
      )}
      <QueryTable<Point>
        name={`${kind}-history`}
        label={words.heard.historyOf(name)}
        query={{ data: data && shown, error, refetch }}
        columns={[...ownColumns, ...columns]}
        rowKey={({ time }) => String(time)}
        rowName={({ time }) => exactTime(time)}
        order="-time"
        isPlain
        empty={<p>{words.unwatched[kind]}</p>}
      />
    </div>
  )
}

/** The choice that the address names, if it is one. */
function oneOf<Name extends string>(all: Readonly<Record<Name, unknown>>, name: string | null, usual: Name): Name {
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
