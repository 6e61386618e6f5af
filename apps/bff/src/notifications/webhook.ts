import { createHmac } from 'node:crypto'
import { Agent, request } from 'undici'
import { NotDelivered } from './not-delivered.ts'

/** Milliseconds. */
const patience = { connect: 5_000, answer: 10_000 }

/**
 * The signature that Standard Webhooks describes: over the id, the time and the body, so that the receiver knows who sent it, that
 * nobody changed it, and that it is not an old one again. A secret `whsec_…` is read as Base64, as it says there.
 */
export function signature(secret: string, id: string, timestamp: number, body: string): string {
  const key = secret.startsWith('whsec_') ? Buffer.from(secret.slice(6), 'base64') : Buffer.from(secret)
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
}

/**
 * Posts JSON, and answers with what status it was taken. Redirects are not followed and what is answered is not read: an address
 * tells nothing of what is behind it. The same `id` is the same message.
 * @throws NotDelivered
 */
export async function callWebhook(
  url: string,
  secret: string | null,
  { id, timestamp, body }: { readonly id: string; readonly timestamp: number; readonly body: string },
): Promise<string> {
  const dispatcher = new Agent({ connect: { timeout: patience.connect } })
  try {
    const { statusCode, body: answer } = await request(url, {
      dispatcher,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'vSnap Console',
        'webhook-id': id,
        'webhook-timestamp': String(timestamp),
        ...(secret === null ? {} : { 'webhook-signature': signature(secret, id, timestamp, body) }),
      },
      body,
      headersTimeout: patience.answer,
      bodyTimeout: patience.answer,
    })
    answer.on('error', () => undefined).destroy()
    if (statusCode >= 200 && statusCode < 300) return `It answered ${statusCode}.`
    const hint = statusCode >= 300 && statusCode < 400 ? ' Give the address that it leads to.' : ''
    throw new NotDelivered(`The webhook answered ${statusCode}.${hint}`)
  } catch (error) {
    if (error instanceof NotDelivered) throw error
    const { code, message } = error as { code?: string; message: string }
    throw new NotDelivered(`The webhook cannot be reached: ${code ?? message}.`)
  } finally {
    await dispatcher.destroy()
  }
}
