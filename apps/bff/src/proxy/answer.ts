import { ApiError } from '@vsnap/contract/error.ts'
import type { IncomingMessage } from 'node:http'
import { answerInvalid, credentialsRejected } from '../appliances/errors.ts'
import type { Blotter } from './secrets.ts'

/** Bytes of an answer that are passed on at the most (32 MB). */
export const largestAnswer = 32 * 1024 * 1024
/** Bytes of an error answer that are read: it is a sentence. */
const largestError = 64 * 1024

/**
 * Looks at the head of an appliance's answer. What is not an answer of a vSnap (a redirect, a page of HTML) never
 * reaches a browser, and a 401 is about the console's account, not about the person's session.
 * @throws ApiError 502 ApplianceCredentialsRejected, ApplianceAnswerInvalid
 */
export function checkHead(response: IncomingMessage, where: string): void {
  const { statusCode = 0, headers } = response
  if (statusCode === 401) throw credentialsRejected(where)
  // 407: a proxy on the way wants a password, which the browser would take for a question to it.
  if (statusCode < 200 || (statusCode >= 300 && statusCode < 400) || statusCode === 407)
    throw answerInvalid(where, `it answers with status ${statusCode}.`)
  if (!/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '')) {
    throw answerInvalid(where, `its answer (status ${statusCode}) is not JSON.`)
  }
  if (headers['content-encoding'] !== undefined)
    throw answerInvalid(where, 'its answer is encoded in a way that was not asked for.')
  if (Number(headers['content-length'] ?? 0) > largestAnswer) throw tooLarge(where)
}

export const tooLarge = (where: string): ApiError => answerInvalid(where, 'its answer is larger than 32 MB.')

/** Reads a whole answer, `most` bytes of it; rejects with what ended it early. */
export function readBody(response: IncomingMessage, where: string, most = largestAnswer): Promise<Buffer> {
  const cutOff = () => answerInvalid(where, 'its answer ended before it was complete.')
  const parts: Buffer[] = []
  let size = 0
  return new Promise((resolve, reject) => {
    response.on('data', (part: Buffer) => {
      size += part.length
      if (size <= most) return void parts.push(part)
      reject(tooLarge(where))
      response.destroy()
    })
    response.once('end', () => (response.complete ? resolve(Buffer.concat(parts)) : reject(cutOff())))
    response.once('error', reject)
    response.once('close', () => response.complete || reject(cutOff()))
  })
}

/**
 * Looks whether an answer is what its head says. Only for answers to writes, which are short and read whole: a list is passed
 * on as it comes, and to read it twice would cost more than the whole way through this server.
 * @throws ApiError 502 ApplianceAnswerInvalid
 */
export function checkJson(body: Buffer, where: string): void {
  if (body.length === 0) return
  try {
    JSON.parse(body.toString('utf8'))
  } catch {
    throw answerInvalid(where, 'its answer says that it is JSON, and is not.')
  }
}

/**
 * The error of an error answer: the appliance's own words when it has the guide's error object, else what can be said. What the
 * appliance was told in confidence is taken out of it: `blotter`.
 */
export async function errorOf(response: IncomingMessage, where: string, blotter: Blotter): Promise<ApiError> {
  const status = response.statusCode ?? 502
  try {
    const { error } = JSON.parse((await readBody(response, where, largestError)).toString('utf8')) as {
      error?: { type?: unknown; message?: unknown }
    }
    if (typeof error?.type === 'string' && typeof error.message === 'string') {
      const { type, message, ...details } = error
      return blotter.said(new ApiError(status, type, message, details))
    }
  } catch {
    // Said below.
  }
  return answerInvalid(where, `it answers with status ${status} and no error object.`)
}
