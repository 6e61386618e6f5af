import { expect, it } from 'vitest'
import { shownPlanned } from '../../api/plans.ts'
import { commonPart, namesSaid, patternProblem, replicaCalls } from './replica.ts'

const appliance = { id: 'a', name: 'Frankfurt' }
const volumes = Array.from({ length: 10 }, (_, index) => ({ id: String(index + 1), name: `vm-${index + 1}` }))
const values = { partner: 'sys-b', remote_pool_id: '2', pattern: '{name}-dr', start: true }

it('ten volumes are one plan: all relationships, then all first sessions', () => {
  const calls = replicaCalls(values, appliance, volumes)
  expect(calls.map(({ operation }) => operation)).toEqual([
    ...volumes.map(() => 'relationshipCreate'),
    ...volumes.map(() => 'sessionStart'),
  ])
  expect(calls[9]?.input).toEqual({
    params: { id: '10' },
    body: { partner_id: 'sys-b', remote_pool_id: '2', remote_vol_name: 'vm-10-dr' },
  })
  expect(replicaCalls({ ...values, start: false }, appliance, volumes)).toHaveLength(10)
})

it('a call says which answer it waits for, in words', () => {
  const shown = replicaCalls(values, appliance, volumes, 1).map(shownPlanned)
  const [relationship, session] = [shown[0], shown[11]]
  expect(relationship).toMatchObject({ path: '/api/volume/1/relationship', about: 'vm-1' })
  expect(relationship?.later).toBeUndefined()
  expect(session).toMatchObject({
    path: '/api/relationship/<steps.2.result.id>/session',
    about: 'vm-2',
    later: [{ text: '<steps.2.result.id>', field: 'id', step: 3 }],
  })
})

it('a few names are said, of many the first', () => {
  expect(namesSaid(['vm-1', 'vm-2'])).toBe('vm-1, vm-2')
  expect(namesSaid(volumes.map(({ name }) => name))).toBe('vm-1, vm-2, vm-3, vm-4, vm-5 and 5 more')
})

it('several need a name each', () => {
  expect(patternProblem({ pattern: 'copy' }, 2)).toMatch(/needs \{name\}/)
  expect(patternProblem({ pattern: 'copy' }, 1)).toBeUndefined()
})

it('a name is one that a volume can have', () => {
  expect(patternProblem({ pattern: ' {name}-dr ' }, 2)).toBeUndefined()
  expect(patternProblem({ pattern: 'copy of {name}' }, 2)).toMatch(/has only letters, digits/)
})

it('what all replicas have in their names is what a large appliance is asked for', () => {
  expect(commonPart('{name}-dr', ['vm-1'])).toBe('vm-1-dr')
  expect(commonPart(' copy-of-{name}-dr ', ['vm-1', 'vm-2'])).toBe('copy-of-')
  expect(commonPart('{name}', ['vm-1', 'vm-2'])).toBe('')
})
