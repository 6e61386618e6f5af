import { expect, test } from 'vitest'
import { actionsFor, pagesFor } from './entries.ts'

const pages = (q: string) => pagesFor(q, undefined).map(({ text, to }) => `${text} ${to}`)

test('pages that the navigation leads to, tabs within them, and what is begun there are found by their words', () => {
  expect(pages('people')).toEqual(['People /settings?tab=people'])
  expect(pages('TOKEN')).toEqual(['API tokens /settings?tab=tokens'])
  expect(pages('settings')[0]).toBe('Settings /settings')
  expect(pages('settings notif')).toEqual(['Notifications /settings?tab=notifications'])
  expect(pages('without snapshot')).toEqual(['Volumes without a snapshot in 24 hours /unprotected/snapshot'])
  expect(pagesFor('partners', 'fra').map(({ to }) => to)).toEqual(['/replication?tab=partners&appliance=fra'])
  // Before anything is typed the places are enough.
  expect(pages('').some((page) => page.startsWith('People'))).toBe(false)
  const [add] = actionsFor('add person', [], () => 'only an admin')
  expect(add).toMatchObject({ to: '/settings?tab=people&do=add', refusal: 'only an admin' })
})
