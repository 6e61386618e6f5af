import { said } from '../../ui/isolated.ts'
import { answers, type Appliance } from '@vsnap/console-api/appliance.ts'

type Seen = Pick<Appliance, 'name' | 'state' | 'init_status' | 'error'>

const words = {
  wrong: (name: string, message: string) => said`${name}: ${message}`,
  silent: (name: string, message: string) => said`${name} does not answer: ${message}`,
  stillSilent: (name: string, message: string) => said`${name} still does not answer: ${message}`,
  answers: {
    online: (name: string) => said`${name}: answers`,
    slow: (name: string) => said`${name}: answers; slow`,
    maintenance: (name: string) => said`${name}: answers; maintenance`,
    notInitialised: (name: string) => said`${name}: answers; not initialised`,
    initialising: (name: string) => said`${name}: answers; initialising`,
  },
  answersAgain: {
    online: (name: string) => said`${name}: answers again`,
    slow: (name: string) => said`${name}: answers again; slow`,
    maintenance: (name: string) => said`${name}: answers again; maintenance`,
    notInitialised: (name: string) => said`${name}: answers again; not initialised`,
    initialising: (name: string) => said`${name}: answers again; initialising`,
  },
}

const isAnswering = ({ state, error }: Seen) => error === null || error.type === 'AnotherSystem' || answers(state)

/** How an appliance is that answers. */
function howOf({ state, init_status: status }: Seen): keyof typeof words.answers {
  if (state === 'slow' || state === 'maintenance') return state
  if (state !== 'not-initialised') return 'online'
  return status === 'Initializing' ? 'initialising' : 'notInitialised'
}

/** What somebody is told who had an appliance asked now: how it is, beside how it was. */
export function lookWords(before: Seen, now: Seen): { variant: 'success' | 'warning' | 'danger'; title: string } {
  const { name, error } = now
  const wasSilent = !isAnswering(before)
  if (isAnswering(now)) {
    if (error) return { variant: 'warning', title: words.wrong(name, error.message) }
    return { variant: 'success', title: (wasSilent ? words.answersAgain : words.answers)[howOf(now)](name) }
  }
  const message = error?.message ?? ''
  const isSilent = error?.type === 'ApplianceUnreachable' || error?.type === 'ApplianceTimeout'
  if (!isSilent) return { variant: 'danger', title: words.wrong(name, message) }
  return { variant: 'danger', title: (wasSilent ? words.stillSilent : words.silent)(name, message) }
}
