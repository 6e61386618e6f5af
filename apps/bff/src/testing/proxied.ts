import { connect } from 'node:net'
import { startTestConsole, type TestAnswer, type TestCall, type TestConsole, type Visitor } from './console.ts'
import { type FakeAppliance, type SeenRequest, send, startFakeAppliance } from './fake-appliance.ts'

/** A console with one registered appliance that answers `{"ok": true}` to whatever reaches it. */
export interface Proxied {
  readonly console: TestConsole
  readonly fake: FakeAppliance
  readonly admin: Visitor
  readonly id: string
  /** `/api/appliances/<id>/vsnap` */
  readonly base: string
  call(method: string, path: string, call?: TestCall): Promise<TestAnswer>
  /** What reached the appliance through the proxy since it was last asked: all but the console's own GET /system. */
  arrived(): SeenRequest[]
  /** Adds an appliance to the console and answers its id. */
  register(appliance: FakeAppliance, name: string): Promise<string>
  end(): Promise<void>
}

export async function startProxied(options: Parameters<typeof startTestConsole>[0] = {}): Promise<Proxied> {
  const console = await startTestConsole(options)
  const fake = await startFakeAppliance()
  const admin = await console.admin()
  const register = async (appliance: FakeAppliance, name: string) => {
    const { url, account, certificate } = appliance
    const body = { name, url, ...account, fingerprint: certificate.fingerprint }
    const added = await admin.call('POST', '/api/appliances', { body })
    if (added.status !== 200) throw new Error(added.text)
    return (added.json as { id: string }).id
  }
  const id = await register(fake, 'vsnap-a')
  const base = `/api/appliances/${id}/vsnap`
  fake.answer = ok
  let told = 0
  return {
    console,
    fake,
    admin,
    id,
    base,
    register,
    call: (method, path, call) => admin.call(method, base + path, call),
    arrived() {
      const since = fake.seen.slice(told)
      told = fake.seen.length
      return since.filter(({ url }) => url !== '/api/system')
    },
    async end() {
      await console.end()
      await fake.stop()
    },
  }
}

/** Answers `{"ok": true}`; GET /system as the fake does. */
export const ok: FakeAppliance['answer'] = ({ url }, res) => {
  if (url === '/api/system') return false
  send(res, 200, { ok: true })
  return true
}

export interface RawAnswer {
  readonly status: number
  /** In lower case. */
  readonly head: string
  readonly body: string
}

/**
 * Sends bytes as they are to `url` and reads until the other side closes (say `Connection: close`); resolves to each
 * answer that came.
 */
export function sendRaw(url: string, text: string | Buffer): Promise<RawAnswer[]> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port) })
    const parts: Buffer[] = []
    socket.on('data', (part: Buffer) => parts.push(part))
    // Who is refused may still be sending when the connection is closed.
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EPIPE' || error.code === 'ECONNRESET' ? undefined : reject(error),
    )
    socket.on('close', () => resolve(answersIn(Buffer.concat(parts).toString('latin1'))))
    socket.write(text)
  })
}

function answersIn(text: string): RawAnswer[] {
  return text.split(/(?=HTTP\/1\.1 \d{3})/).flatMap((one) => {
    const [head = '', body = ''] = one.split('\r\n\r\n', 2)
    const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1])
    return status ? [{ status, head: head.toLowerCase(), body }] : []
  })
}
