// `npm run dev`: the console with hot reload; its server and the demo appliances start again when their sources change.
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createServer } from 'vite'
import { bringUp, runUntilStopped, say, welcome } from './bring-up.ts'
import { freePort, root } from './processes.ts'

await runUntilStopped(async () => {
  const { values } = parseArgs({
    options: { port: { type: 'string', default: '8080' }, data: { type: 'string', default: '.data' } },
  })
  const data = resolve(root, values.data)
  const running = await bringUp({
    host: '127.0.0.1',
    port: await freePort(),
    tls: undefined,
    dist: undefined,
    data,
    demo: true,
    process: (name) => ({
      fromSources: true,
      node: ['--watch', '--watch-preserve-output'],
      onLine: (line) => say(`[${name}] ${line}`),
    }),
  })
  // Vite's configuration reads where the server is.
  process.env.CONSOLE_SERVER = running.url
  const vite = await createServer({
    root: join(root, 'apps/console'),
    configFile: join(root, 'apps/console/vite.config.ts'),
    server: { host: '127.0.0.1', port: Number(values.port), strictPort: true },
  })
  await vite.listen()
  welcome(`http://127.0.0.1:${values.port}`, data, running)
  return running
})
