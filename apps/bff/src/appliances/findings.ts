import type { Appliance } from '@vsnap/console-api/appliance.ts'
import type { Status } from './status.ts'

/** Seconds that a clock may be wrong. */
const tolerance = 5

/** What there is to know: how it is, and who else answers as the same system. */
export interface Odd {
  readonly status: Pick<Status, 'error' | 'clock_skew'>
  /** Names of other appliances behind which the same system stands. */
  readonly twins: readonly string[]
}

/** What is odd about an appliance: it works, but somebody should know. */
export function findingsOf({ status: { error, clock_skew: skew }, twins }: Odd): Appliance['findings'] {
  const findings: Appliance['findings'] = []
  if (error?.type === 'AnotherSystem') findings.push({ type: 'AnotherSystem', message: error.message })
  if (twins.length > 0)
    findings.push({
      type: 'SameSystem',
      message: `It is the same system as ${twins.join(', ')}, under another address. Keep one of them, and remove the other.`,
    })
  if (skew !== null && Math.abs(skew) > tolerance)
    findings.push({
      type: 'ClockSkew',
      message: `Its clock is ${lengthOf(Math.abs(skew))} ${skew > 0 ? 'ahead of' : 'behind'} the console's. Times that it tells are wrong by as much. Set its clock, by NTP best.`,
    })
  return findings
}

/** Roughly, in words. */
function lengthOf(seconds: number): string {
  const [count, unit] =
    seconds < 120
      ? [seconds, 'second']
      : seconds < 7200
        ? [Math.round(seconds / 60), 'minute']
        : [Math.round(seconds / 3600), 'hour']
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
