import type { MailSettings } from '@vsnap/console-api/notification.ts'
import { createTransport } from 'nodemailer'
import { NotDelivered } from './not-delivered.ts'

export interface Letter {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** Milliseconds. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }

/**
 * Hands a letter to the mail server, and answers what that said. The same `id` is the same `Message-ID`: should it be sent a
 * second time because nobody knows whether it arrived, mail programs see that it is the same.
 * @throws NotDelivered
 */
export async function sendMail(
  { host, port, security, username, from, to, ca }: MailSettings,
  password: string | null,
  id: string,
  { subject, text, html }: Letter,
): Promise<string> {
  const where = `${host}:${port}`
  if (username !== null && password === null)
    throw new NotDelivered('The password of the mail server cannot be read with this key. Give it again.')
  const transport = createTransport({
    ...patience,
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    tls: { minVersion: 'TLSv1.2', ...(ca === null ? {} : { ca }) },
    ...(username === null || password === null ? {} : { auth: { user: username, pass: password } }),
    // What a letter says is what is in it, never what a name in it leads to.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    const { response, rejected } = await transport.sendMail({
      from: { name: 'vSnap Console', address: from },
      to,
      subject,
      text,
      html,
      messageId: `<${id}@${from.split('@').at(-1)}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
    return rejected.length === 0 ? response : `${response}; not for ${rejected.join(', ')}`
  } catch (error) {
    throw new NotDelivered(wordsOf(where, error, password))
  } finally {
    transport.close()
  }
}

function wordsOf(where: string, error: unknown, password: string | null): string {
  const { code, message, response } = error as { code?: string; message: string; response?: string }
  const said = (response ?? message).replaceAll(password || '\0', '…').slice(0, 500)
  if (code === 'EAUTH') return `The mail server ${where} does not accept the user name or the password: ${said}`
  if (code === 'ETIMEDOUT') return `The mail server ${where} does not answer.`
  if (/ECONNREFUSED/.test(`${code} ${message}`)) return `Nothing listens on ${where}.`
  if (/ENOTFOUND|EAI_AGAIN|EDNS/.test(`${code} ${message}`)) return `There is no address for ${where}.`
  if (code === 'ETLS' || /certificate|SSL|TLS/i.test(message))
    return `The connection to ${where} is not safe as it should be: ${said}`
  return `The mail server ${where} did not take it: ${said}`
}
