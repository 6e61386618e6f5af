import { ApiError } from '@vsnap/contract/error.ts'
import type { Connection, Registry } from '../appliances/registry.ts'
import { type CallListener, PinnedAgent } from './pinned-tls.ts'

/** The one agent of each appliance: the proxy and the console's own calls share its few connections. */
export interface Agents {
  /** @throws ApiError 409 ApplianceChanged when this is not how the appliance is reached any more */
  of(connection: Connection): PinnedAgent
  /** Calls `listener` with each call to a registered appliance. */
  onCall(listener: CallListener): void
  close(): void
}

/** Another address, certificate or account: no new call goes over the connections of the one before; those under way end first. */
export function createAgents(registry: Registry, connectWithin?: number): Agents {
  const agents = new Map<string, { revision: number; agent: PinnedAgent }>()
  let onCall: CallListener = () => () => {}
  const retire = (id: string) => {
    agents.get(id)?.agent.retire()
    agents.delete(id)
  }
  registry.onChange(retire)
  const all: Agents = {
    of(connection) {
      const { id, revision } = connection
      // Somebody who took the old credentials a moment ago must not meet the new address with them.
      if (registry.connection(id)?.revision !== revision) throw changedMeanwhile(connection)
      const known = agents.get(id)
      if (known?.revision === revision) return known.agent
      retire(id)
      const agent = new PinnedAgent(connection, { connectWithin, onCall: () => onCall() })
      agents.set(id, { revision, agent })
      return agent
    },
    onCall: (listener) => void (onCall = listener),
    close() {
      for (const { agent } of agents.values()) agent.destroy()
      agents.clear()
    },
  }
  registry.speakThrough((connection) => all.of(connection))
  return all
}

const changedMeanwhile = ({ name }: Connection) =>
  new ApiError(
    409,
    'ApplianceChanged',
    `${name} was edited or removed in the console a moment ago; nothing was sent. Try again.`,
  )
