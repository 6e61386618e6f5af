import { volumeCan } from '@vsnap/vsnap-api/volume.rules.ts'
import { expect, test } from 'vitest'
import { inOrder, type Hanging } from './doomed.ts'

const volume = (name: string) => ({ id: name, name })
const [origin, clone, cloneOfClone, image] = ['origin', 'clone', 'clone-of-clone', 'image'].map(volume) as [
  { id: string; name: string },
  { id: string; name: string },
  { id: string; name: string },
  { id: string; name: string },
]
const snapshot = { id: '1', name: 'monday' }
const hanging: Readonly<Record<string, Hanging<{ id: string; name: string }>>> = {
  origin: { clones: [{ volume: clone, snapshot }], fileBacked: [image] },
  clone: { clones: [{ volume: cloneOfClone, snapshot }], fileBacked: [] },
}
const deletable = (...wanted: { id: string; name: string }[]) =>
  inOrder(
    wanted,
    ({ id }) => hanging[id] ?? { clones: [], fileBacked: [] },
    (volume, left) => volumeCan.delete(volume, left),
  )

test('clones and filebackedluns go before what they hang on', () => {
  const { order, left } = deletable(origin, clone, image, cloneOfClone)
  expect(order.map(({ name }) => name)).toEqual(['clone-of-clone', 'clone', 'image', 'origin'])
  expect(left).toEqual([])
})

test('a clone that stays keeps its origin, and what that hangs on', () => {
  const { order, left } = deletable(origin, clone, image)
  expect(order).toEqual([image])
  expect(left.map(({ volume: { name }, reason }) => [name, reason])).toEqual([
    ['clone', 'Volume clone cannot be deleted: its snapshot monday has clones. Delete the clones first.'],
    ['origin', 'Volume origin cannot be deleted: its snapshot monday has clones. Delete the clones first.'],
  ])
})
