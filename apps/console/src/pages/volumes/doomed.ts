import { reasonOf, type Verdict } from '@vsnap/vsnap-api/verdict.ts'

interface Named {
  readonly id: string
  readonly name: string
}

/** What keeps a volume from being deleted, while it is there. */
export interface Hanging<V extends Named> {
  /** Volumes cloned from its snapshots, each with the snapshot. */
  readonly clones: readonly { readonly volume: V; readonly snapshot: Named }[]
  /** filebackedluns whose file is in it. */
  readonly fileBacked: readonly V[]
}

/** Asks the rules whether a volume may be deleted with what is left then. */
export type Ask<V> = (volume: V, left: { cloned: readonly Named[]; fileBacked: readonly Named[] }) => Verdict

/**
 * Which of the volumes can be deleted, in an order in which each can: clones and filebackedluns before what they hang on. What
 * hangs on one and stays keeps that one too.
 */
export function inOrder<V extends Named>(
  wanted: readonly V[],
  hangingOf: (volume: V) => Hanging<V>,
  ask: Ask<V>,
): { order: V[]; left: { volume: V; reason: string }[] } {
  const doomed = new Map(wanted.map((volume) => [volume.id, volume]))
  const left: { volume: V; reason: string }[] = []
  const refused = () =>
    [...doomed.values()].flatMap((volume) => {
      const { clones, fileBacked } = hangingOf(volume)
      const reason = reasonOf(
        ask(volume, {
          cloned: clones.filter((clone) => !doomed.has(clone.volume.id)).map(({ snapshot }) => snapshot),
          fileBacked: fileBacked.filter(({ id }) => !doomed.has(id)),
        }),
      )
      return reason === undefined ? [] : [{ volume, reason }]
    })
  // One that stays may keep another one.
  for (let found = refused(); found.length > 0; found = refused()) {
    left.push(...found)
    for (const { volume } of found) doomed.delete(volume.id)
  }
  const order: V[] = []
  const seen = new Set<V>()
  const visit = (volume: V | undefined) => {
    if (!volume || seen.has(volume)) return
    seen.add(volume)
    const { clones, fileBacked } = hangingOf(volume)
    for (const { id } of [...clones.map((clone) => clone.volume), ...fileBacked]) visit(doomed.get(id))
    order.push(volume)
  }
  for (const volume of doomed.values()) visit(volume)
  return { order, left }
}
