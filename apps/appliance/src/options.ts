import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** Thrown for a command line that cannot be meant; its message says what is wrong. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export const engines = ['simulated', 'zfs'] as const
export type EngineName = (typeof engines)[number]

export interface Options {
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  /** Absolute path of the directory that holds everything the appliance keeps. */
  readonly data: string
  readonly engine: EngineName
  /** Disks of a simulated appliance; undefined leaves it to what DIR has. */
  readonly disks?: number
  /** Bytes of each of them. */
  readonly diskSize?: number
  /** Network interfaces of a new appliance. */
  readonly interfaces?: number
  readonly help: boolean
}

export const usage = `Usage: appliance [--port N] [--host ADDRESS] [--data DIR] [--engine simulated|zfs] [--disks N] [--disk-size BYTES] [--interfaces N]

  --port N            port to listen on; 0 takes any free one (8900)
  --host ADDRESS      address to listen on (127.0.0.1)
  --data DIR          where everything is kept (.data/appliance)
  --engine NAME       simulated: disks and pools that exist only on paper (the default); zfs: real ones
  --disks N           simulated disks of a new appliance (12)
  --disk-size BYTES   size of each of them (8 TiB)
  --interfaces N      network interfaces of a new appliance (1)
  --help              this text

Environment: APPLIANCE_USER and APPLIANCE_PASSWORD name the account (without a password one is generated and printed
once), LOG_LEVEL says how much is logged to stderr (warn).`

const largestDisk = 2 ** 50

/**
 * Reads a command line.
 * @throws UsageError when it cannot be meant.
 */
export function readOptions(args: readonly string[]): Options {
  const values = parse(args)
  const engine = engines.find((name) => name === values.engine)
  if (!engine) throw new UsageError(`--engine ${values.engine} is not known; it is one of ${engines.join(', ')}.`)
  const disks = wholeNumber('--disks', values.disks, 0, 1024)
  const diskSize = wholeNumber('--disk-size', values['disk-size'], 2 ** 20, largestDisk)
  const interfaces = wholeNumber('--interfaces', values.interfaces, 1, 8)
  return {
    host: values.host,
    port: wholeNumber('--port', values.port, 0, 65_535) ?? 0,
    // npm runs commands in the project's folder; a path is meant from where the person called it.
    data: resolve(process.env.INIT_CWD ?? process.cwd(), values.data),
    engine,
    ...(disks === undefined ? {} : { disks }),
    ...(diskSize === undefined ? {} : { diskSize }),
    ...(interfaces === undefined ? {} : { interfaces }),
    help: values.help,
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '8900' },
        host: { type: 'string', default: '127.0.0.1' },
        data: { type: 'string', default: '.data/appliance' },
        engine: { type: 'string', default: 'simulated' },
        disks: { type: 'string' },
        'disk-size': { type: 'string' },
        interfaces: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

function wholeNumber(flag: string, text: string | undefined, least: number, most: number): number | undefined {
  if (text === undefined) return undefined
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (value >= least && value <= most) return value
  throw new UsageError(`${flag} ${text}: expected a whole number from ${least} to ${most}.`)
}
