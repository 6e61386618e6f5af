// `npm run bench [proxy|pages|plans|fleet]`: the figures that have to hold, each beside what it is compared with. Fails when one is missed.
import { fleetFigures } from './bench/fleet.ts'
import { table, holds, type Figure } from './bench/figure.ts'
import { pageFigures } from './bench/pages.ts'
import { planFigures } from './bench/plans.ts'
import { proxyFigures } from './bench/proxy.ts'
import { stopAll, stopOnSignal } from './processes.ts'

stopOnSignal(130)
const wanted = process.argv[2]
try {
  const parts = { proxy: proxyFigures, pages: pageFigures, plans: planFigures, fleet: fleetFigures }
  const figures: Figure[] = []
  for (const [name, measure] of Object.entries(parts))
    if (wanted === undefined || wanted === name) figures.push(...(await measure()))
  process.stdout.write(`\n${table(figures)}\n\n`)
  const missed = figures.filter((figure) => !holds(figure)).length
  process.stdout.write(missed === 0 ? 'All figures hold.\n' : `${missed} of ${figures.length} figures missed.\n`)
  process.exitCode = missed === 0 ? 0 : 1
} finally {
  await stopAll()
}
