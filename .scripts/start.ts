// `npm start`: the console, and a demo fleet to look at.
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { bringUp, runUntilStopped, say, welcome } from './bring-up.ts'
import { buildAll, dist } from './build.ts'
import { freePort, root } from './processes.ts'

const usage = `Usage: npm start -- [--port N] [--data DIR] [--no-demo] [--host ADDRESS] [--tls-cert FILE --tls-key FILE]

  --port N         port of the console (8080)
  --data DIR       where everything is kept (.data)
  --no-demo        the console alone, without the demo fleet
  --host ADDRESS   address to listen on (127.0.0.1)
  --tls-cert FILE  certificate (PEM) for HTTPS; needed with any other address than this machine's own
  --tls-key FILE   its private key (PEM)
  --help           this text

Environment: CONSOLE_ADMIN_PASSWORD is the password that the first person, admin, gets on the first start.`

interface Options {
  readonly port: number
  readonly host: string
  readonly data: string
  readonly demo: boolean
  readonly tls: { readonly cert: string; readonly key: string } | undefined
}

function readOptions(): Options {
  const { values } = parseArgs({
    allowNegative: true,
    options: {
      port: { type: 'string', default: '8080' },
      host: { type: 'string', default: '127.0.0.1' },
      data: { type: 'string', default: join(root, '.data') },
      demo: { type: 'boolean', default: true },
      'tls-cert': { type: 'string' },
      'tls-key': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(`${usage}\n`)
    process.exit(0)
  }
  const port = Number(values.port)
  if (!/^\d+$/.test(values.port) || port > 65535) throw new Error(`--port ${values.port}: expected 0 to 65535.`)
  // Paths are meant as the person wrote them, who may be in another folder than the project's.
  const path = (text: string): string => resolve(process.env.INIT_CWD ?? process.cwd(), text)
  const { 'tls-cert': cert, 'tls-key': key } = values
  if ((cert === undefined) !== (key === undefined)) throw new Error('--tls-cert and --tls-key belong together.')
  return {
    port,
    host: values.host,
    data: path(values.data),
    demo: values.demo,
    tls: cert !== undefined && key !== undefined ? { cert: path(cert), key: path(key) } : undefined,
  }
}

await runUntilStopped(async () => {
  const { port, ...options } = readOptions()
  const seconds = await buildAll()
  if (seconds > 0) say(`Built in ${seconds.toFixed(1)} s.`)
  const running = await bringUp({
    ...options,
    dist,
    port: port === 0 ? await freePort() : port,
    process: (name) => ({
      env: { LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn' },
      // Of what the servers greet with, `welcome` says the part that matters here.
      onLine(line, stream) {
        if (stream === 'stderr' || line.startsWith('CONSOLE_ADMIN_PASSWORD')) say(`[${name}] ${line}`)
      },
    }),
  })
  welcome(running.url, options.data, running)
  return running
})
