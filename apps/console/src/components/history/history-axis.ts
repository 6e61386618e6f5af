import { timeLocale } from '../../ui/locale.ts'

const day = 86_400
/** Spans (seconds) up to which a time is told so exactly. */
const formats = [
  [1800, { timeStyle: 'medium' }],
  [3 * day, { weekday: 'short', hour: '2-digit', minute: '2-digit' }],
  [400 * day, { day: 'numeric', month: 'short' }],
  [Number.POSITIVE_INFINITY, { month: 'short', year: 'numeric' }],
] as const satisfies readonly [number, Intl.DateTimeFormatOptions][]

/**
 * Round values from `from` to `to`, at most four: 1, 2 or 5 times a power of ten of the unit apart. Values of sizes come in
 * units of 1024 (`binary`), where 500 GiB is round and 500,000,000,000 bytes are not.
 */
export function roundTicks(from: number, to: number, binary: boolean): number[] {
  const span = to - from
  if (!(span > 0)) return [from]
  const unit = binary ? 1024 ** Math.floor(Math.log(Math.max(to, 1)) / Math.log(1024)) : 1
  for (let power = -3; ; power++) {
    for (const digit of [1, 2, 5]) {
      const step = digit * 10 ** power * unit
      if (span / step < 4) return Array.from({ length: Math.floor(span / step) + 1 }, (_, index) => from + index * step)
    }
  }
}

/** The first, the middle and the last time (epoch seconds) of a span, as briefly as tells them apart. */
export function timeTicks(from: number, to: number): string[] {
  const [, format] = formats.find(([longest]) => to - from <= longest) ?? formats[3]
  const text = new Intl.DateTimeFormat(timeLocale, format)
  return [from, (from + to) / 2, to].map((time) => text.format(time * 1000))
}
