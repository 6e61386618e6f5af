import { describe, expect, it } from 'vitest'
import type { Relation } from '../../components/replication/relations.ts'
import { arrowOf, isLarge, mapOf, nodeBoxes, placesOf, placeWords, widthOf } from './map.ts'

const now = 1_000_000
const end = (id: string) => ({
  appliance: { id, name: id.toUpperCase() },
  systemId: `sys-${id}`,
  volumeId: '1',
  volumeName: 'v',
})
const session = (status: string, age: number) => ({
  appliance: { id: 'a', name: 'A' },
  id: '1',
  status,
  time_queued: now - age,
})

function relation(from: string, to: string, ...sessions: ReturnType<typeof session>[]): Relation {
  return {
    id: `${from}${to}`,
    primary: end(from),
    replica: end(to),
    from: end(from).appliance,
    known: end(from).appliance,
    silent: undefined,
    status: undefined,
    sessions,
    lastSuccess: undefined,
    succeeded: sessions.find(({ status }) => status === 'COMPLETED')?.time_queued,
    hasFailed: sessions.find(({ status }) => status !== 'ACTIVE')?.status === 'FAILED',
    running: sessions.find(({ status }) => status === 'ACTIVE'),
    created: 0,
    target: 86_400,
    hasOwnTarget: false,
  }
}

describe('the map', () => {
  it('has one arrow a direction, which says how the worst of its volumes is', () => {
    const { nodes, edges } = mapOf(
      [
        relation('a', 'b', session('COMPLETED', 3600)),
        relation('a', 'b', session('COMPLETED', 200_000)),
        relation('a', 'b', session('COMPLETED', 100_000)),
        relation('b', 'a', session('ACTIVE', 5), session('FAILED', 7200), session('COMPLETED', 100_000)),
      ],
      now,
    )
    expect(nodes.map(({ name }) => name)).toEqual(['A', 'B'])
    expect(edges).toMatchObject([
      {
        from: { key: 'a' },
        to: { key: 'b' },
        volumes: 3,
        protection: 'late',
        alike: 2,
        lag: 200_000,
        isSending: false,
      },
      {
        from: { key: 'b' },
        to: { key: 'a' },
        volumes: 1,
        protection: 'failed',
        alike: 1,
        lag: 100_000,
        isSending: true,
      },
    ])
  })

  it('shows a system that this console does not know', () => {
    const lone = relation('a', 'b')
    const { nodes } = mapOf([{ ...lone, replica: { ...lone.replica, appliance: undefined } }], now)
    expect(nodes).toEqual([
      { key: 'a', name: 'A', isKnown: true },
      { key: 'sys-b', name: 'system sys-b…', isKnown: false },
    ])
  })

  it.each([2, 3, 12, 40])('has room for %d systems', (count) => {
    const nodes = Array.from({ length: count }, (_, index) => ({
      key: String(index),
      name: String(index),
      isKnown: true,
    }))
    const { width, height, at } = placesOf(nodes, isLarge(nodes, []))
    const places = [...at.values()]
    for (const { x, y } of places) {
      expect(x).toBeGreaterThan(0)
      expect(x).toBeLessThan(width)
      expect(y).toBeGreaterThan(0)
      expect(y).toBeLessThan(height)
    }
    const distances = places.flatMap((a, i) => places.slice(i + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y)))
    expect(Math.min(...distances)).toBeGreaterThan(60)
  })

  it('gives both directions a way of their own', () => {
    const [a, b] = [
      { x: 0, y: 0 },
      { x: 300, y: 0 },
    ]
    expect(arrowOf(a, b, 2).at(0.5).y).toBeGreaterThan(10)
    expect(arrowOf(b, a, 2).at(0.5).y).toBeLessThan(-10)
  })

  it.each([3, 6, 12, 20])('of %d systems has no words over other words, or over a system', (count) => {
    const nodes = Array.from({ length: count }, (_, index) => ({ key: `${index}`, name: 'Hamburg', isKnown: true }))
    const { width, height, at } = placesOf(nodes, count > 3)
    const place = (index: number) => at.get(`${index % count}`) ?? { x: 0, y: 0 }
    const texts = [['12 volumes', 'Current, 49 min behind'], ['Current']]
    const arrows = nodes.flatMap((_, index) =>
      [1, 2, 3].slice(0, count - 1).map((step) => ({ texts, ...arrowOf(place(index), place(index + step), 4) })),
    )
    const taken = [...at.values()].flatMap((point) => nodeBoxes(point, 'Hamburg', point.y - 32))
    const words = placeWords(arrows, taken, { width, height }).filter((word) => word !== undefined)
    // Many have room, and a word of one line is 22 px high: closer than that no two are, unless beside each other.
    expect(words.length).toBeGreaterThan(Math.min(arrows.length / 2, 20))
    const isClose = (a: { x: number; y: number }, b: { x: number; y: number }, apart: number) =>
      Math.abs(a.x - b.x) < apart && Math.abs(a.y - b.y) < 22
    for (const [index, { place: own }] of words.entries()) {
      expect(words.slice(index + 1).some(({ place: other }) => isClose(own, other, 60))).toBe(false)
      expect([...at.values()].some((system) => isClose(own, system, 40))).toBe(false)
    }
  })

  it('draws more volumes thicker, within bounds', () => {
    expect([1, 4, 300, 100_000].map((volumes) => Math.round(widthOf(volumes)))).toEqual([2, 4, 10, 12])
  })
})
