// `npm run bench [proxy|pages]`: the figures that have to hold, each beside what it is compared with. Fails when one is missed.
import { table, holds, type Figure } from './bench/figure.ts'
import { pageFigures } from './bench/pages.ts'
import { proxyFigures } from './bench/proxy.ts'
import { stopAll, stopOnSignal } from './processes.ts'

stopOnSignal(130)
const wanted = process.argv[2]
try {
  const figures: Figure[] = []
  if (wanted !== 'pages') figures.push(...(await proxyFigures()))
  if (wanted !== 'proxy') figures.push(...(await pageFigures()))
  process.stdout.write(`\n${table(figures)}\n\n`)
  const missed = figures.filter((figure) => !holds(figure)).length
  process.stdout.write(missed === 0 ? 'All figures hold.\n' : `${missed} of ${figures.length} figures missed.\n`)
  process.exitCode = missed === 0 ? 0 : 1
} finally {
  await stopAll()
}
