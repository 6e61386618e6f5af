import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock } from './clock.ts'
import { SimulatedEngine } from './engine/simulated/engine.ts'
import type { HandlerContext } from './handlers/context.ts'
import { openAppliance } from './open-appliance.ts'

/** Disks of a new simulated machine, and bytes of each. */
const newMachine = { disks: 12, diskSize: 8 * 1024 ** 4 } as const

export interface MachineOptions {
  /** The data directory; it exists, and nobody else works on it. */
  readonly dir: string
  readonly clock: Clock
  /** Names of the accounts that may call. */
  readonly accounts: readonly string[]
  /** The certificate that it shows (PEM). */
  readonly certificate: string
  readonly hostname?: string | undefined
  readonly disks?: number | undefined
  /** Bytes. */
  readonly diskSize?: number | undefined
  /** Network interfaces of a new machine (1). */
  readonly interfaces?: number | undefined
}

/** A simulated appliance, opened: what its handlers work with, and what a demo may do to it besides. */
export interface Machine {
  readonly context: HandlerContext
  readonly engine: SimulatedEngine
  close(): void
}

/** True when a directory holds an appliance already. */
export function holdsMachine(dir: string): boolean {
  return existsSync(join(dir, 'catalog.db'))
}

/** Opens the simulated appliance in a directory, or makes one; its disks are those it was made with. */
export async function openMachine({ disks, diskSize, ...options }: MachineOptions): Promise<Machine> {
  const engine = new SimulatedEngine({
    dir: options.dir,
    clock: options.clock,
    seed: randomBytes(16).toString('hex'),
    disks: disks ?? newMachine.disks,
    diskSize: diskSize ?? newMachine.diskSize,
  })
  const context = await openAppliance({ ...options, engine, systemId: randomBytes(16).toString('hex') })
  return {
    context,
    engine,
    close() {
      context.catalog.close()
      engine.close()
    },
  }
}
