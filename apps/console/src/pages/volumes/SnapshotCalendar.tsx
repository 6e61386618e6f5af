import { timeLocale } from '../../ui/locale.ts'
import { useNow } from '../../ui/use-now.ts'
import { dayOf } from '../../ui/time.ts'
import { Button, Title } from '@patternfly/react-core'
import { useId, useState } from 'react'
import { calendarOf, dayKey, longestGap, weeksBack, type Day, type Gap } from './calendar.ts'
import { words } from './page-words.tsx'

const { calendar } = words

/** Weeks that are shown at once: a quarter of a year, or fewer when the snapshots do not go back so far. */
const [fewest, most] = [5, 13]
const monthOf = new Intl.DateTimeFormat(timeLocale, { month: 'short' })

/** Where an arrow leads, in days. */
const arrows: Readonly<Record<string, number>> = { ArrowLeft: -7, ArrowRight: 7, ArrowUp: -1, ArrowDown: 1 }

interface Props {
  /** When each snapshot was made (epoch seconds). */
  readonly times: readonly number[]
  /** The day whose snapshots are listed, `2026-11-20`. */
  readonly chosen: string | undefined
  readonly onChoose: (day: string | undefined) => void
}

/** The snapshots of a volume by day: how many, and the days that have none. A day that is chosen narrows the list beneath. */
export function SnapshotCalendar({ times, chosen, onChoose }: Props) {
  const id = useId()
  const today = useNow(dayKey)
  const now = new Date(`${today}T12:00`).getTime() / 1000
  const [back, setBack] = useState(0)
  const age = weeksBack(times, now)
  const weeks = Math.min(most, Math.max(fewest, age + 1))
  const shown = calendarOf(times, now, { weeks, back })
  const days = shown.flat()
  const [first, last] = [days[0], days.at(-1)]
  const hasEarlier = age >= back + weeks
  return (
    <section className="vs-stack" aria-labelledby={`${id}-title`}>
      <div className="vs-header">
        <Title headingLevel="h2" size="md" id={`${id}-title`}>
          {calendar.title}
        </Title>
        {(hasEarlier || back > 0) && (
          <div className="vs-actions">
            <Button variant="link" isInline isDisabled={!hasEarlier} onClick={() => setBack(back + weeks)}>
              {calendar.earlier}
            </Button>
            <output className="vs-subtle">
              {first && last && calendar.period(dayOf(first.noon), dayOf(Math.min(last.noon, now)))}
            </output>
            <Button variant="link" isInline isDisabled={back === 0} onClick={() => setBack(Math.max(0, back - weeks))}>
              {calendar.later}
            </Button>
          </div>
        )}
      </div>
      <p>{gapText(longestGap(times, now), Math.min(...times))}</p>
      <Grid weeks={shown} labelledBy={`${id}-title`} chosen={chosen} onChoose={onChoose} />
      <div className="vs-calendar-legend">
        <span>
          <span className="vs-day" data-much="1" /> {calendar.withSnapshots}
        </span>
        <span>
          <span className="vs-day vs-day-gap" /> {calendar.withoutOne}
        </span>
      </div>
    </section>
  )
}

function gapText(gap: Gap | undefined, first: number): string {
  return gap ? calendar.gap(gap.days, dayOf(gap.from), dayOf(gap.to)) : calendar.noGap(dayOf(first))
}

/** Weeks beside each other, a day in each cell: one stop of the Tab key, and arrows within. */
function Grid({
  weeks: shown,
  labelledBy,
  chosen,
  onChoose,
}: {
  readonly weeks: readonly (readonly Day[])[]
  readonly labelledBy: string
  readonly chosen: string | undefined
  readonly onChoose: (day: string | undefined) => void
}) {
  const days = shown.flat()
  const [visited, setVisited] = useState<string>()
  const reached =
    [visited, chosen].find((key) => days.some((day) => day.key === key)) ??
    days.findLast(({ count }) => count > 0)?.key ??
    days.at(-1)?.key
  const move = (event: React.KeyboardEvent<HTMLElement>) => {
    const index = days.findIndex(({ key }) => key === reached)
    const step = arrows[event.key]
    const next =
      event.key === 'Home' ? days[0] : event.key === 'End' ? days.at(-1) : step !== undefined && days[index + step]
    if (!next) return
    event.preventDefault()
    setVisited(next.key)
    event.currentTarget.closest('table')?.querySelector<HTMLElement>(`[data-day="${next.key}"]`)?.focus()
  }
  return (
    <div className="vs-calendar-scroll">
      <table className="vs-calendar" aria-labelledby={labelledBy}>
        <thead>
          <tr>
            <th scope="col">
              <span className="pf-v6-screen-reader">{calendar.dayOfWeek}</span>
            </th>
            {shown.map((week, index) => (
              <th key={week[0]?.key} scope="col">
                {monthStarting(week, shown[index - 1])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {calendar.weekdays.map((name, weekday) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {shown.map((week) => {
                const day = week[weekday]
                return (
                  day && (
                    <td key={day.key}>
                      <DayButton
                        day={day}
                        isReached={day.key === reached}
                        isChosen={day.key === chosen}
                        onChoose={onChoose}
                        onKeyDown={move}
                      />
                    </td>
                  )
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The month that begins in a week, or that the first week is in. */
function monthStarting(week: readonly Day[], before: readonly Day[] | undefined): string | undefined {
  const month = (days: readonly Day[] | undefined) => days?.at(-1)?.key.slice(0, 7)
  const last = week.at(-1)
  return last && month(week) !== month(before) ? monthOf.format(last.noon * 1000) : undefined
}

function DayButton({
  day: { key, noon, count, isGap, isOutside },
  isReached,
  isChosen,
  onChoose,
  onKeyDown,
}: {
  readonly day: Day
  readonly isReached: boolean
  readonly isChosen: boolean
  readonly onChoose: (day: string | undefined) => void
  readonly onKeyDown: (event: React.KeyboardEvent<HTMLElement>) => void
}) {
  const text = calendar.day(dayOf(noon), count)
  const kind = isGap ? ' vs-day-gap' : isOutside ? ' vs-day-outside' : ''
  return (
    <button
      type="button"
      className={`vs-day${kind}`}
      data-day={key}
      {...(count > 0 ? { 'data-much': count > 11 ? 3 : count > 1 ? 2 : 1 } : {})}
      title={text}
      aria-label={text}
      aria-disabled={count === 0}
      aria-pressed={isChosen}
      tabIndex={isReached ? 0 : -1}
      onClick={() => count > 0 && onChoose(isChosen ? undefined : key)}
      onKeyDown={onKeyDown}
    >
      {count > 0 ? count : ''}
    </button>
  )
}
