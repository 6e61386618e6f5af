import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import type { TestCertificate } from './certificate.ts'

/** A mail that was taken. */
export interface ReceivedMail {
  readonly to: readonly string[]
  /** Head and body as they came, with long lines of its text put together again. */
  readonly text: string
  readonly subject: string
  readonly id: string
  readonly isSecure: boolean
  /** The name that was logged in with. */
  readonly user: string | undefined
}

/** A real mail server on this machine. */
export interface MailServer {
  readonly port: number
  /** Everything that it took. */
  readonly mails: ReceivedMail[]
  /** Mails whose content has come and that were not answered yet. */
  readonly held: number
  /** While true it says nothing to a mail that has come. */
  isHolding: boolean
  /** While set, mails are refused so. */
  refusal: string | undefined
  stop(): Promise<void>
}

export async function startMailServer({
  account,
  certificate,
  port = 0,
}: {
  account?: { username: string; password: string }
  /** Then it takes STARTTLS. */
  certificate?: TestCertificate
  port?: number
} = {}): Promise<MailServer> {
  const waiting: (() => void)[] = []
  const mails: ReceivedMail[] = []
  let isHolding = false
  let refusal: string | undefined
  const server = new SMTPServer({
    ...(certificate ? { key: certificate.key, cert: certificate.cert } : { hideSTARTTLS: true }),
    authOptional: account === undefined,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    onAuth({ username, password }, _session, callback) {
      const isKnown = username === account?.username && password === account?.password
      callback(isKnown ? null : new Error('Wrong user name or password'), isKnown ? { user: username } : {})
    },
    onData(stream, session, callback) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const answer = () => {
          if (refusal !== undefined) return callback(Object.assign(new Error(refusal), { responseCode: 451 }))
          mails.push({ ...read(Buffer.concat(parts).toString('utf8')), ...senderOf(session) })
          callback()
        }
        if (isHolding) waiting.push(answer)
        else answer()
      })
    },
  })
  // A client that is killed is what some tests are about.
  server.on('error', () => undefined)
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    port: (server.server.address() as AddressInfo).port,
    mails,
    get held() {
      return waiting.length
    },
    get isHolding() {
      return isHolding
    },
    set isHolding(isOn) {
      isHolding = isOn
      // Whoever was held has hung up, or is not answered any more.
      if (!isOn) waiting.length = 0
    },
    get refusal() {
      return refusal
    },
    set refusal(words) {
      refusal = words
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function senderOf({
  envelope,
  secure,
  user,
}: {
  envelope: { rcptTo: { address: string }[] }
  secure: boolean
  user?: unknown
}) {
  return { to: envelope.rcptTo.map(({ address }) => address), isSecure: secure, user: user as string | undefined }
}

/** Undoes what mail does to text (RFC 2045, 2047), as far as what the console sends needs it. */
function read(raw: string): Pick<ReceivedMail, 'text' | 'subject' | 'id'> {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ')
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? ''
  const subject = header('Subject')
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?(Q|B)\?(.*?)\?=/gi, (_, how: string, text: string) =>
      how.toUpperCase() === 'B' ? Buffer.from(text, 'base64').toString('utf8') : quoted(text.replaceAll('_', ' ')),
    )
  return { text: quoted(raw.replace(/=\r\n/g, '')), subject, id: header('Message-ID') }
}

const quoted = (text: string) =>
  text.replace(/(?:=[0-9A-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString('utf8'))
