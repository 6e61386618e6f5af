import { StateLabel } from '../ui/StateLabel.tsx'

/** By which names a host is known; without any it cannot see its LUNs. */
export function Initiators({ iqns }: { iqns: readonly string[] | null | undefined }) {
  if (!iqns || iqns.length === 0) return <StateLabel meaning="warning">none: it cannot see its LUNs</StateLabel>
  return (
    <ul>
      {iqns.map((iqn) => (
        <li key={iqn}>
          <code className="vs-code vs-break">{iqn}</code>
        </li>
      ))}
    </ul>
  )
}
