import type { Appliance } from '@vsnap/console-api/appliance.ts'
import { expect, test } from 'vitest'
import { lookWords } from './look-words.ts'

const seen = (state: Appliance['state'], type?: string) => ({
  name: 'vault',
  state,
  init_status: 'Ready',
  error: type === undefined ? null : { type, message: `it is ${type}.` },
})
const online = seen('online')
const dead = seen('unreachable', 'ApplianceUnreachable')

test('who had an appliance asked is told how it is, and whether that is news', () => {
  expect(lookWords(online, online)).toEqual({ variant: 'success', title: 'vault: answers' })
  expect(lookWords(dead, online)).toEqual({ variant: 'success', title: 'vault: answers again' })
  expect(lookWords(dead, seen('slow'))).toEqual({ variant: 'success', title: 'vault: answers again; slow' })
  expect(lookWords(online, dead)).toEqual({
    variant: 'danger',
    title: 'vault does not answer: it is ApplianceUnreachable.',
  })
  expect(lookWords(dead, seen('unreachable', 'ApplianceTimeout'))).toEqual({
    variant: 'danger',
    title: 'vault still does not answer: it is ApplianceTimeout.',
  })
})

test('one that answers otherwise than it should says what is wrong', () => {
  const rejected = seen('credentials-rejected', 'ApplianceCredentialsRejected')
  expect(lookWords(dead, rejected)).toEqual({ variant: 'danger', title: 'vault: it is ApplianceCredentialsRejected.' })
  const another = seen('online', 'AnotherSystem')
  expect(lookWords(dead, another)).toEqual({ variant: 'warning', title: 'vault: it is AnotherSystem.' })
  // Somebody works on it: the state does not say whether it answers.
  expect(lookWords(seen('maintenance', 'ApplianceUnreachable'), seen('maintenance')).title).toBe(
    'vault: answers again; maintenance',
  )
  expect(lookWords(online, seen('maintenance', 'ApplianceUnreachable')).variant).toBe('danger')
})
