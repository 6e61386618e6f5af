import type { End, Protection, Relation } from '../../components/replication/relations.ts'
import { lagOf, protectionOf, protections } from '../../components/replication/relations.ts'
import { locale } from '../../ui/locale.ts'
import { words } from './words.tsx'

/** A system of the map. */
export interface MapNode {
  /** The appliance's id, or of a system that this console does not know its own. */
  readonly key: string
  readonly name: string
  /** Whether it is an appliance of this console. */
  readonly isKnown: boolean
}

/** All that is replicated from one system to another. */
export interface MapEdge {
  readonly key: string
  readonly from: MapNode
  readonly to: MapNode
  readonly volumes: number
  /** How the worst of them is protected, how many are so, and how far the last of these is behind (seconds). */
  readonly protection: Protection
  readonly alike: number
  readonly lag: number | undefined
  readonly isSending: boolean
}

export const endKey = ({ appliance, systemId }: End): string => appliance?.id ?? systemId ?? ''
const nodeOf = (end: End): MapNode => ({
  key: endKey(end),
  name: end.appliance?.name ?? words.map.unknownSystem(end.systemId?.slice(0, 8) ?? '?'),
  isKnown: end.appliance !== undefined,
})

const byName = (a: MapNode, b: MapNode) => a.name.localeCompare(b.name, locale, { numeric: true })

/** Who replicates to whom (`now`: epoch seconds), in the order of their names. */
export function mapOf(relations: readonly Relation[], now: number): { nodes: MapNode[]; edges: MapEdge[] } {
  const groups = Map.groupBy(relations, ({ primary, replica }) => `${endKey(primary)} ${endKey(replica)}`)
  const edges = [...groups].flatMap(([key, own]) => {
    const ranked = own
      .map((relation) => ({ protection: protectionOf(relation, now), lag: lagOf(relation, now) }))
      .toSorted(
        (a, b) => protections.indexOf(a.protection) - protections.indexOf(b.protection) || (b.lag ?? 0) - (a.lag ?? 0),
      )
    const [first] = own
    const [worst] = ranked
    if (!first || !worst) return []
    const isSending = own.some(({ running }) => running?.status === 'ACTIVE')
    const ends = { from: nodeOf(first.primary), to: nodeOf(first.replica) }
    const alike = ranked.filter(({ protection }) => protection === worst.protection).length
    return [{ key, ...ends, volumes: own.length, ...worst, alike, isSending }]
  })
  const nodes = new Map(edges.flatMap(({ from, to }) => [from, to]).map((node) => [node.key, node]))
  return {
    nodes: [...nodes.values()].toSorted(byName),
    edges: edges.toSorted((a, b) => byName(a.from, b.from) || byName(a.to, b.to)),
  }
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** Pixels: of a node's circle, between it and an arrow, around everything. */
export const radius = 22
const [gap, margin] = [6, { x: 90, y: 70 }]
/** Systems and arrows that fit, with their words, into a picture beside the table or on a phone. */
const few = 8
/** Systems that fit on the large ring. */
const roomy = 20

/** Whether a picture needs the whole width of the page. */
export const isLarge = (nodes: readonly MapNode[], edges: readonly MapEdge[]): boolean =>
  nodes.length > few || edges.length > few

/** Where nodes are: on a ring that grows with their number, so that a picture that is read again looks the same. */
export function placesOf(
  nodes: readonly MapNode[],
  large: boolean,
): { width: number; height: number; at: ReadonlyMap<string, Point> } {
  const grow = Math.max(1, nodes.length / roomy)
  const [rx, ry] = large ? [390 * grow, 250 * grow] : [200, 140]
  // Two stand beside each other, more begin at the top.
  const start = nodes.length === 2 ? Math.PI : -Math.PI / 2
  const ring = nodes.map(({ key }, index) => {
    const angle = start + (2 * Math.PI * index) / nodes.length
    return { key, x: rx * Math.cos(angle), y: ry * Math.sin(angle) }
  })
  const [left, top] = [Math.min(...ring.map(({ x }) => x)), Math.min(...ring.map(({ y }) => y))]
  const at = new Map(ring.map(({ key, x, y }) => [key, { x: x - left + margin.x, y: y - top + margin.y }]))
  const places = [...at.values()]
  return {
    width: Math.max(...places.map(({ x }) => x)) + margin.x,
    height: Math.max(...places.map(({ y }) => y)) + margin.y,
    at,
  }
}

const along = ({ x, y }: Point, to: Point, distance: number): Point => {
  const length = Math.hypot(to.x - x, to.y - y) || 1
  return { x: x + ((to.x - x) / length) * distance, y: y + ((to.y - y) / length) * distance }
}

/** An arrow that bends to its right, so that the one in the other direction has its own way. */
export function arrowOf(
  from: Point,
  to: Point,
  width: number,
): {
  path: string
  head: string
  /** A point of it: 0 is where it begins, 1 where its head does. */
  at: (part: number) => Point
} {
  // Near each other they bend more: both have words on them.
  const bend = Math.max(0.18, 55 / Math.hypot(to.x - from.x, to.y - from.y))
  const control = {
    x: (from.x + to.x) / 2 - (to.y - from.y) * bend,
    y: (from.y + to.y) / 2 + (to.x - from.x) * bend,
  }
  const size = 8 + width
  const begin = along(from, control, radius + gap)
  const tip = along(to, control, radius + gap)
  const end = along(to, control, radius + gap + size)
  const side = { x: ((tip.y - end.y) / size) * (size / 2), y: ((end.x - tip.x) / size) * (size / 2) }
  const text = (...points: readonly Point[]) => points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')
  return {
    path: ['M', text(begin), 'Q', text(control, end)].join(' '),
    head: text(tip, { x: end.x + side.x, y: end.y + side.y }, { x: end.x - side.x, y: end.y - side.y }),
    at: (part) => {
      const [a, b, c] = [(1 - part) ** 2, 2 * part * (1 - part), part ** 2]
      return { x: a * begin.x + b * control.x + c * end.x, y: a * begin.y + b * control.y + c * end.y }
    },
  }
}

/** Pixels: thicker with more volumes, but 300 of them still leave room. */
export const widthOf = (volumes: number): number => Math.min(12, 2 + Math.log2(Math.max(1, volumes)))

/** A rectangle around a point; pixels. */
export interface Box extends Point {
  readonly width: number
  readonly height: number
}

/** Pixels: of a letter and a line of the words on an arrow, and of the plate around them. */
const [letter, line, plate] = [6.3, 16, { width: 18, height: 6 }]

const boxOf = (lines: readonly string[], { x, y }: Point): Box => ({
  x,
  y,
  width: plate.width + letter * Math.max(...lines.map(({ length }) => length)),
  height: plate.height + line * lines.length,
})

const overlap = (a: Box, b: Box): boolean =>
  2 * Math.abs(a.x - b.x) < a.width + b.width && 2 * Math.abs(a.y - b.y) < a.height + b.height

/** What a system's circle and the name above or under it take. */
export function nodeBoxes({ x, y }: Point, name: string, nameY: number): Box[] {
  const size = 2 * (radius + gap)
  return [
    { x, y, width: size, height: size },
    { x, y: nameY - 5, width: 8 * name.length, height: 20 },
  ]
}

/** Parts of an arrow at which its words may stand, the best first. */
const parts = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82]

/**
 * Where words stand, so that they cover neither each other nor what is `taken`: for each arrow (those that matter most first) the
 * first of its texts, from the longest to the shortest, that has room. Undefined: none has.
 */
export function placeWords(
  arrows: readonly { readonly at: (part: number) => Point; readonly texts: readonly (readonly string[])[] }[],
  taken: readonly Box[],
  { width, height }: { readonly width: number; readonly height: number },
): ({ readonly text: number; readonly place: Point } | undefined)[] {
  const boxes = [...taken]
  const isFree = (box: Box) =>
    Math.abs(2 * box.x - width) + box.width <= width &&
    Math.abs(2 * box.y - height) + box.height <= height &&
    !boxes.some((other) => overlap(box, other))
  return arrows.map(({ at, texts }) => {
    for (const [text, lines] of texts.entries())
      for (const part of parts) {
        const box = boxOf(lines, at(part))
        if (!isFree(box)) continue
        boxes.push(box)
        return { text, place: { x: box.x, y: box.y } }
      }
    return undefined
  })
}
