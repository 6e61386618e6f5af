import type { Connection, Registry } from '../appliances/registry.ts'
import { PinnedAgent } from './pinned-tls.ts'

/** The one agent of each appliance: the proxy and the console's own calls share its few connections. */
export interface Agents {
  of(connection: Connection): PinnedAgent
  close(): void
}

/** Another address, certificate or account: the connections that were opened for the one before are closed. */
export function createAgents(registry: Registry): Agents {
  const agents = new Map<string, { revision: number; agent: PinnedAgent }>()
  const drop = (id: string) => {
    agents.get(id)?.agent.destroy()
    agents.delete(id)
  }
  registry.onChange(drop)
  return {
    of(connection) {
      const known = agents.get(connection.id)
      if (known?.revision === connection.revision) return known.agent
      drop(connection.id)
      const agent = new PinnedAgent(connection)
      agents.set(connection.id, { revision: connection.revision, agent })
      return agent
    },
    close() {
      for (const id of agents.keys()) drop(id)
    },
  }
}
