import { StateLabel } from '../ui/StateLabel.tsx'
import { words } from './access-words.ts'

/** By which names a host is known; without any it cannot see its LUNs. */
export function Initiators({ iqns }: { iqns: readonly string[] | null | undefined }) {
  if (!iqns || iqns.length === 0) return <StateLabel meaning="warning">{words.noInitiators}</StateLabel>
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
