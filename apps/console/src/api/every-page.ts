/** Reads a list that comes in pages to its end. `read`: one page, from a cursor on (undefined: the first). */
export async function everyPage<T>(
  read: (cursor: string | undefined) => Promise<{ readonly items: readonly T[]; readonly next: string | null }>,
): Promise<T[]> {
  const all: T[] = []
  for (let cursor: string | undefined; ;) {
    const { items, next } = await read(cursor)
    for (const item of items) all.push(item)
    if (next === null) return all
    cursor = next
  }
}
