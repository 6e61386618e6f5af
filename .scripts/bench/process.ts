import { existsSync, readFileSync } from 'node:fs'

/** Seconds of CPU that a process has had (Linux tells them in hundredths); NaN where that is not told. */
export function cpuOf(pid: number): number {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return Number.NaN
  // Behind the program's name, which may contain anything: the twelfth and thirteenth field.
  const fields = readFileSync(file, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / 100
}

/** Megabytes that a process has in memory now; NaN where that is not told. */
export function memoryOf(pid: number): number {
  const file = `/proc/${pid}/status`
  if (!existsSync(file)) return Number.NaN
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(file, 'utf8'))?.[1]) / 1000
}
