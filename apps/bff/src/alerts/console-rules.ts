import type { ConsoleRule } from './rule.ts'

const about = 'console'
/** Points above its threshold that have to be free before a disk no longer counts as low. */
const hysteresis = 2

export const planFailed: ConsoleRule = {
  about,
  name: 'plan-failed',
  label: 'A task failed in the last … hours',
  many: 'tasks failed',
  severity: 'warning',
  threshold: { usual: 24, unit: 'hours', least: 1, most: 720 },
  remedy: 'look-at-task',
  find: ({ now, plans }, { threshold }) =>
    plans
      .filter(({ time_ended: ended }) => ended !== null && now - ended < threshold * 3_600)
      .map(({ id, title, state, undoing, time_ended: ended }) => ({
        object: { resource: 'plan', id, name: title },
        title: undoing
          ? `Not everything that the task ${title} had made could be undone`
          : state === 'unknown'
            ? `Nobody knows what became of the task ${title}`
            : `The task ${title} failed`,
        text: undoing
          ? 'Open it: each step that stays says why.'
          : 'Open it: it says what was done, and goes on from there, or is taken back.',
        ...(ended === null ? {} : { since: ended }),
      })),
}

export const consoleDiskLow: ConsoleRule = {
  about,
  name: 'console-disk-low',
  label: 'Less than … % is free where this console keeps its data',
  many: 'disks of the console are nearly full',
  severity: 'danger',
  threshold: { usual: 10, unit: 'percent', least: 1, most: 99 },
  remedy: null,
  find({ disk }, { threshold, isOpen }) {
    if (!disk || disk.total === 0) return []
    const free = (100 * disk.free) / disk.total
    if (free >= threshold + (isOpen() ? hysteresis : 0)) return []
    return [
      {
        title: `The console’s own disk has ${Math.floor(free)} % free`,
        text: 'When it is full, nothing is remembered any more. Make room where its data directory is, or move it.',
      },
    ]
  },
}

export const messagesUndelivered: ConsoleRule = {
  about,
  name: 'messages-undelivered',
  label: 'Messages do not arrive',
  many: 'ways of telling people do not work',
  severity: 'warning',
  remedy: 'look-at-notifications',
  find: ({ undelivered }) =>
    undelivered.map(({ channel, error, since }) => ({
      object: { resource: 'notification', id: channel, name: channel },
      title: `Messages by ${channel} do not arrive`,
      text: `${error} It is tried again for a day.`,
      since,
    })),
}
