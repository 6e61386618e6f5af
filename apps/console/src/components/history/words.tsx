// What people read about how full something was.

export const words = {
  period: 'Period',
  periods: {
    recent: 'The last 48 hours',
    weeks: 'The last 90 days',
    years: 'The last three years',
  },
  chart: 'Chart',
  time: 'Time',
  used: 'Used',
  size: 'Size',
  usedSpace: 'Used space',
  /** The first and the last of what is shown; `size`: what there was in the end. */
  usedAt: (used: string, time: string, lastUsed: string, lastTime: string) =>
    `Used: ${used} at ${time}, ${lastUsed} at ${lastTime}`,
  usedOf: (used: string, time: string, lastUsed: string, lastTime: string, size: string) =>
    `Used: ${used} at ${time}, ${lastUsed} at ${lastTime}, of ${size}`,
  /** When it will be full, and all that is known of that. */
  forecast: (brief: string, details: React.ReactNode) => (
    <>
      {brief}: {details}
    </>
  ),
  heard: {
    loading: 'Loading',
    shownFrom: 'Shown from',
    shownUntil: 'Shown until',
    historyOf: (name: string) => `History of ${name}`,
  },
  unwatched: {
    pool: 'The console has not watched this pool in this period.',
    volume: 'The console has not watched this volume in this period.',
  },
}
