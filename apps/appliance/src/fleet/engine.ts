import { simulatedDisk } from '../engine/simulated/disks.ts'
import { between } from '../engine/simulated/random.ts'
import {
  EngineError,
  type DatasetState,
  type EngineDisk,
  type PoolState,
  type StorageEngine,
} from '../engine/engine.ts'
import type { Clock } from '../clock.ts'

const tib = 1024 ** 4
const diskCount = 12
const group = 'raid6_group1'
/** Of so many volumes one is being written to; seconds between two times that it is seen to have grown. */
const written = { every: 20, step: 30 }

export const poolKey = 'pool'
export const volumeKey = (n: number): string => `volume-${n}`

const refuse = (): Promise<never> =>
  Promise.reject(new EngineError('This appliance only shows what it has: it is one of a fleet for measuring.'))

/** Storage that is made up when it is looked at: one pool, and volumes of which some grow. It changes nothing. */
export function generatedEngine(seed: string, volumes: number, clock: Clock): StorageEngine {
  const disks: readonly EngineDisk[] = Array.from({ length: diskCount }, (_, index) => ({
    ...simulatedDisk(seed, index, 8 * tib),
    failed: false,
  }))
  const uuids = disks.map(({ uuid }) => uuid)
  const total = (diskCount - 2) * 8 * tib
  const start = Math.floor(between(0.2, 0.75, seed, 'used') * total)
  const grown = () => Math.floor(clock.now() / written.step) * 1_048_576
  const pool = (): PoolState => {
    const used = start + (grown() % Math.floor(total / 100))
    return {
      size_total: total,
      size_free: total - used,
      size_used: used,
      status: 'ONLINE',
      health: 100,
      compression_ratio: '1.42x',
      deduplication_ratio: '1.00x',
      size_before_compression: used,
      size_before_deduplication: used,
      disks: { groups: [{ name: group, disks: uuids.slice(0, -1) }], log: [], cache: [], spare: uuids.slice(-1) },
    }
  }
  const own = Array.from({ length: volumes }, (_, n) => Math.floor((start / volumes) * (0.2 + ((n * 7) % 10) / 15)))
  const dataset = (bytes: number, n: number): DatasetState => ({
    size_used: n % written.every === 0 ? bytes + (grown() % tib) : bytes,
    size_free: total - start,
  })
  return {
    prepare: async () => {},
    disks: async () => disks,
    rescan: async () => {},
    pools: async () => new Map([[poolKey, pool()]]),
    datasets: async () => new Map(own.map((bytes, n) => [volumeKey(n), dataset(bytes, n)])),
    snapshots: async () => new Map(),
    exports: async () => new Map(),
    presented: async () => new Map(),
    close: () => {},
    createPool: refuse,
    setPoolProperties: refuse,
    expandPool: refuse,
    addPoolDisks: refuse,
    removePoolDisks: refuse,
    destroyPool: refuse,
    createDataset: refuse,
    resizeDataset: refuse,
    destroyDataset: refuse,
    createSnapshot: refuse,
    destroySnapshot: refuse,
    clone: refuse,
    export: refuse,
    present: refuse,
    send: refuse,
    receive: refuse,
  }
}
