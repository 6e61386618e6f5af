import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { SessionLifetime } from './sessions/sessions.ts'

export const usage = `The server of vSnap Console.

  --port N         port to listen on (8080; 0: any free one)
  --host ADDRESS   address to listen on (127.0.0.1); any other than this machine's own takes TLS
  --data DIR       where everything is kept (.data)
  --static DIR     the built console; without it only the API is served
  --tls-cert FILE  certificate (PEM) for HTTPS
  --tls-key FILE   its private key (PEM)
  --reset-admin    gives the person admin the password of CONSOLE_ADMIN_PASSWORD, or a new one that is printed
  --help           this text

Environment:
  CONSOLE_ADMIN_PASSWORD   password of the first person, admin, on the first start; without it one is made up and printed once
  CONSOLE_SECRET_KEY       seals the appliances' passwords: 64 hexadecimal digits, or at least 16 characters; without it
                           a key is made once and kept in the data directory
  CONSOLE_SESSION_IDLE     seconds after which a session without a request ends (7200)
  CONSOLE_SESSION_MAX      seconds after which any session ends (86400)
  CONSOLE_ALERTS_SETTLE    seconds that something has to be over before its alert is cleared (60); what happens within
                           a third of it is one message
  DATABASE_URL             postgres://… ; without it SQLite in the data directory
  LOG_LEVEL                debug, info, warn, error or silent (info)`

export interface Configuration {
  readonly port: number
  readonly host: string
  readonly data: string
  readonly static: string | undefined
  readonly tls: { readonly cert: string; readonly key: string } | undefined
  readonly resetAdmin: boolean
  readonly adminPassword: string | undefined
  readonly secretKey: string | undefined
  readonly databaseUrl: string | undefined
  readonly logLevel: string
  readonly lifetime: SessionLifetime
  /** Seconds. */
  readonly alertsSettle: number
}

/**
 * Reads flags and environment. 'help' when that was asked for.
 * @throws Error whose message says which setting is wrong and what it takes
 */
export function readConfiguration(args: readonly string[], env: NodeJS.ProcessEnv): Configuration | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '8080' },
      host: { type: 'string', default: '127.0.0.1' },
      data: { type: 'string', default: '.data' },
      static: { type: 'string' },
      'tls-cert': { type: 'string' },
      'tls-key': { type: 'string' },
      'reset-admin': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return 'help'

  const { host, 'tls-cert': cert, 'tls-key': key } = values
  if ((cert === undefined) !== (key === undefined))
    throw new Error('--tls-cert and --tls-key belong together: give both.')
  const tls = cert !== undefined && key !== undefined ? { cert: resolve(cert), key: resolve(key) } : undefined
  if (!tls && !isLoopback(host)) {
    throw new Error(
      `--host ${host} can be reached by other machines, and without TLS passwords would cross the network readable by anybody: ` +
        'give --tls-cert and --tls-key, or listen on 127.0.0.1.',
    )
  }

  const adminPassword = env['CONSOLE_ADMIN_PASSWORD'] || undefined
  if (adminPassword !== undefined && adminPassword.length < 8)
    throw new Error('CONSOLE_ADMIN_PASSWORD is too short: give at least 8 characters.')
  return {
    port: wholeNumber('--port', values.port, 0, 65_535),
    host,
    data: resolve(values.data),
    static: values.static === undefined ? undefined : resolve(values.static),
    tls,
    resetAdmin: values['reset-admin'],
    adminPassword,
    secretKey: env['CONSOLE_SECRET_KEY'] || undefined,
    databaseUrl: env['DATABASE_URL'] || undefined,
    logLevel: env['LOG_LEVEL'] || 'info',
    alertsSettle: wholeNumber('CONSOLE_ALERTS_SETTLE', env['CONSOLE_ALERTS_SETTLE'] || '60', 1, 3_600),
    lifetime: {
      idle: wholeNumber('CONSOLE_SESSION_IDLE', env['CONSOLE_SESSION_IDLE'] || '7200', 1, 31_536_000),
      absolute: wholeNumber('CONSOLE_SESSION_MAX', env['CONSOLE_SESSION_MAX'] || '86400', 1, 31_536_000),
    },
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const number = Number(text)
  if (!/^\d+$/.test(text) || number < least || number > most)
    throw new Error(`${name} ${text}: expected ${least} to ${most}.`)
  return number
}
