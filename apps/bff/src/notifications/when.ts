import type { NotificationSchedule } from '@vsnap/console-api/notification.ts'

/** A moment as people there read it: the day `2026-11-24`, the time `07:30`. */
export function localTime(now: number, timeZone: string): { readonly day: string; readonly time: string } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(now * 1000)
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? ''
  return { day: `${of('year')}-${of('month')}-${of('day')}`, time: `${of('hour')}:${of('minute')}` }
}

/** Whether it is one of the hours in which nobody wants to be told. They may go over midnight. */
export function isQuiet({ quiet_hours: hours, time_zone: zone }: NotificationSchedule, now: number): boolean {
  if (!hours) return false
  const { time } = localTime(now, zone)
  return hours.from <= hours.to ? hours.from <= time && time < hours.to : hours.from <= time || time < hours.to
}
