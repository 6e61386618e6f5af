import { said } from '../../ui/isolated.ts'
import { answers, applianceStateWord as stateWord, type Appliance } from '@vsnap/console-api/appliance.ts'

type Seen = Pick<Appliance, 'name' | 'state' | 'init_status' | 'error'>

const isAnswering = ({ state, error }: Seen) => error === null || error.type === 'AnotherSystem' || answers(state)

/** What somebody is told who had an appliance asked now: how it is, beside how it was. */
export function lookWords(before: Seen, now: Seen): { variant: 'success' | 'warning' | 'danger'; title: string } {
  const { name, state, error } = now
  if (!isAnswering(now)) {
    const isSilent = error?.type === 'ApplianceUnreachable' || error?.type === 'ApplianceTimeout'
    const still = isAnswering(before) ? '' : 'still '
    const title = isSilent
      ? said`${name} ${still}does not answer: ${error.message}`
      : said`${name}: ${error?.message ?? ''}`
    return { variant: 'danger', title }
  }
  if (error) return { variant: 'warning', title: said`${name}: ${error.message}` }
  const but = state === 'online' ? '' : `; ${stateWord(now).toLowerCase()}`
  return { variant: 'success', title: said`${name}: answers${isAnswering(before) ? '' : ' again'}${but}` }
}
