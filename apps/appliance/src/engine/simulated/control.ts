import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { EngineError, type StorageEngine } from '../engine.ts'

/** Names of the engine's calls that change something. */
const call = z.string()

/** What a test or a demo may do to the simulated machine, in `DIR/control.json`: no vSnap has a call for it. */
const control = z.object({
  /** Uuids of disks that have failed. */
  failed_disks: z.array(z.string()).default([]),
  /** Further disks that the next rescan finds. */
  added_disks: z.int().min(0).max(64).default(0),
  /** Seconds that an initialisation takes: formatting, services, certificates on a real system. */
  preparation: z.number().min(0).max(3600).default(3),
  /** Bytes a second that a replication stream has at the most. */
  transfer_rate: z
    .number()
    .min(1)
    .default(4 * 1024 ** 2),
  /** Bytes that a replication stream really has at the most: in a longer one each byte stands for several. */
  transfer_bytes: z
    .int()
    .min(1024)
    .default(16 * 1024 ** 2),
  /** Calls of the engine (`createDataset`, …) that fail before they have done anything. */
  failing_calls: z.array(call).default([]),
  /** Calls of the engine during which the whole process dies (SIGKILL), just after they have done their work. */
  crashing_calls: z.array(call).default([]),
})
export type Control = z.output<typeof control>

const controlFile = 'control.json'

/** Reads `DIR/control.json`, again only when it has changed. A file that cannot be read as such changes nothing. */
export function watchControl(dir: string): () => Control {
  const file = join(dir, controlFile)
  const nothing = control.parse({})
  let read = { version: '', value: nothing }
  return () => {
    const stat = statSync(file, { throwIfNoEntry: false })
    // Two writes may fall into one tick of the file system's clock; then the size or the inode tells.
    const version = stat ? `${stat.mtimeMs} ${stat.size} ${stat.ino}` : ''
    if (version === read.version) return read.value
    try {
      read = { version, value: stat ? control.parse(JSON.parse(readFileSync(file, 'utf8'))) : nothing }
    } catch {
      // Half-written: the next look has the rest.
    }
    return read.value
  }
}

/** Runs one change of the engine, unless the control file wants it to fail or the process to die. */
export function underControl<R>(
  { failing_calls, crashing_calls }: Control,
  name: keyof StorageEngine,
  work: () => R,
): R {
  if (failing_calls.includes(name))
    throw new EngineError(`The engine failed in ${name}, as ${controlFile} wants it to.`)
  const result = work()
  if (crashing_calls.includes(name)) process.kill(process.pid, 'SIGKILL')
  return result
}
