import { words } from './words.ts'

/** Where there is no value: a dash, read aloud as what is missing. */
export function Nothing({ why = words.unknown }: { why?: string }) {
  return (
    <span className="vs-subtle" title={why}>
      <span aria-hidden="true">—</span>
      <span className="pf-v6-screen-reader">{why}</span>
    </span>
  )
}
