import type { Appliance, Certificate } from '@vsnap/console-api/appliance.ts'
import type { System } from '@vsnap/vsnap-api/system.ts'

/** What it takes to speak to one appliance. Holds its credentials: never log it, never answer it. */
export interface Connection {
  readonly id: string
  readonly name: string
  readonly host: string
  readonly port: number
  /** SHA-256 of the pinned certificate (`AB:CD:…`); null: a CA has to vouch for it. */
  readonly fingerprint: string | null
  /** The value of the Authorization header. */
  readonly authorization: string
  /** Changes whenever host, port, fingerprint or authorization do: a connection pool of another revision is stale. */
  readonly revision: number
}

/** What somebody who spoke to an appliance found. `system`: its answer of GET /system, when that was asked for. */
export type Observation =
  | { readonly state: 'online'; readonly system?: System }
  | {
      readonly state: 'unreachable' | 'credentials-rejected'
      readonly error: { readonly type: string; readonly message: string }
    }
  | {
      readonly state: 'certificate-changed'
      readonly error: { readonly type: string; readonly message: string }
      readonly certificate: Certificate | null
    }

/** The appliances that the console knows. Reading costs no database access. */
export interface Registry {
  /** How to reach an appliance; undefined when it is not registered. */
  connection(id: string): Connection | undefined
  connections(): readonly Connection[]
  /** As people may see them, by name. */
  list(): readonly Appliance[]
  view(id: string): Appliance | undefined
  /** Takes note of how an appliance answered; in memory, cheap enough for each call. An older revision's news is ignored. */
  observe(id: string, observation: Observation, revision?: number): void
  /** Reads GET /system now, one call shared by all who ask at once; never rejects. After a write that changes `system`, and by the watch. */
  refresh(id: string): Promise<void>
  /** Calls `listener` when an appliance was removed or its connection has another revision: close what is open to it. */
  onChange(listener: (id: string) => void): void
}
