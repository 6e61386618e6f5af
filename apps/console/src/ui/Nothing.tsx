/** Where there is no value: a dash, read aloud as what is missing. */
export function Nothing({ why = 'not known' }: { why?: string }) {
  return (
    <span className="vs-subtle" title={why}>
      <span aria-hidden="true">—</span>
      <span className="pf-v6-screen-reader">{why}</span>
    </span>
  )
}
