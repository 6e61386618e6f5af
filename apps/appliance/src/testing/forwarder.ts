import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A stretch of network between two appliances, which can be cut and mended. */
export interface Forwarder {
  readonly port: number
  /** Bytes that have gone through towards the target. */
  bytes(): number
  /** Changes one byte of what goes towards the target next. */
  damage(): void
  /** Cuts every connection; new ones are refused the same way, until it is mended. */
  cut(): void
  mend(): void
  close(): Promise<void>
}

/** Changes one bit. */
export function flip(bytes: Buffer, at: number): void {
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
}

/** Forwards a port of its own to another one of 127.0.0.1. */
export async function forwarderTo(target: number): Promise<Forwarder> {
  const sockets = new Set<Socket>()
  let [whole, bytes, damaging] = [true, 0, false]
  const server = createServer((near) => {
    if (!whole) {
      near.resetAndDestroy()
      return
    }
    const far = connect(target, '127.0.0.1')
    near.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (damaging) flip(chunk, chunk.length - 1)
      damaging = false
    })
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
      one.pipe(other)
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const cut = (): void => {
    whole = false
    for (const socket of sockets) socket.resetAndDestroy()
  }
  return {
    port: (server.address() as AddressInfo).port,
    bytes: () => bytes,
    damage() {
      damaging = true
    },
    cut,
    mend() {
      whole = true
    },
    async close() {
      cut()
      server.close()
      await once(server, 'close')
    },
  }
}
