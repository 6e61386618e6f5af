// What people read in the small parts that every page is made of.
import { plural } from './plural.ts'

/** Of a button that copies. */
const copying = (copy: string, copied: string) => ({ copy, copied })

export const words = {
  unknown: 'not known',
  loading: 'loading',
  noAnswer: 'no answer',
  filter: {
    placeholder: 'Filter',
    reset: 'Reset',
  },
  usage: {
    noLimit: 'no limit',
    usedOf: (used: string, size: string) => `${used} of ${size}`,
    share: (percent: number) => `${percent} %`,
    trace: '< 1 %',
  },
  time: {
    soon: 'in a moment',
    now: 'just now',
    secondsAgo: (seconds: number) => plural(seconds, { one: '# second ago', other: '# seconds ago' }),
  },
  duration: {
    seconds: (seconds: number) => `${seconds} s`,
    minutes: (minutes: number, seconds: number) => `${minutes} min ${seconds} s`,
    hours: (hours: number, minutes: number) => `${hours} h ${minutes} min`,
  },
  /** Of each thing that is copied its own sentences. */
  copyId: {
    address: copying('Copy address', 'Copied address'),
    command: copying('Copy command', 'Copied command'),
    'disk uuid': copying('Copy disk uuid', 'Copied disk uuid'),
    fingerprint: copying('Copy fingerprint', 'Copied fingerprint'),
    'host id': copying('Copy host id', 'Copied host id'),
    'mount line': copying('Copy mount line', 'Copied mount line'),
    'old fingerprint': copying('Copy old fingerprint', 'Copied old fingerprint'),
    path: copying('Copy path', 'Copied path'),
    'path of the backing file': copying('Copy path of the backing file', 'Copied path of the backing file'),
    'pool id': copying('Copy pool id', 'Copied pool id'),
    portal: copying('Copy portal', 'Copied portal'),
    'relationship id': copying('Copy relationship id', 'Copied relationship id'),
    'request id': copying('Copy request id', 'Copied request id'),
    serial: copying('Copy serial', 'Copied serial'),
    'session id': copying('Copy session id', 'Copied session id'),
    'share id': copying('Copy share id', 'Copied share id'),
    'snapshot id': copying('Copy snapshot id', 'Copied snapshot id'),
    'system id': copying('Copy system id', 'Copied system id'),
    target: copying('Copy target', 'Copied target'),
    'target port': copying('Copy target port', 'Copied target port'),
    'version id': copying('Copy version id', 'Copied version id'),
    'volume id': copying('Copy volume id', 'Copied volume id'),
  },
}
