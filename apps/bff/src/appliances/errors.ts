import { ApiError } from '@vsnap/contract/error.ts'
import type { Certificate } from '@vsnap/console-api/appliance.ts'

const reasons: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'the name is not known',
  EAI_AGAIN: 'the name could not be looked up',
  EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no way to its network',
  ECONNRESET: 'it closed the connection',
  EPIPE: 'it closed the connection',
  EPROTO: 'it does not speak TLS',
  ERR_SSL_WRONG_VERSION_NUMBER: 'it does not speak TLS',
}

/** What went wrong with a connection, in words; the code for who searches for it. */
export function connectionError(where: string, error: Error): ApiError {
  if (error instanceof ApiError) return error
  const code = 'code' in error ? String(error.code) : ''
  if (code === 'ETIMEDOUT') return noAnswer(where)
  const reason = reasons[code] ?? (code || 'the connection failed')
  return new ApiError(
    502,
    'ApplianceUnreachable',
    `${where} cannot be reached: ${reason}${reasons[code] ? ` (${code})` : ''}.`,
  )
}

/** `after` in milliseconds. */
export function noAnswer(where: string, after?: number): ApiError {
  return new ApiError(
    504,
    'ApplianceTimeout',
    `${where} does not answer${after ? ` within ${Math.round(after / 1000)} seconds` : ''}.`,
  )
}

export function credentialsRejected(where: string): ApiError {
  return new ApiError(
    502,
    'ApplianceCredentialsRejected',
    `${where} rejects the user name or the password. Give it the right ones.`,
  )
}

export function certificateChanged(where: string, certificate: Certificate | null): ApiError {
  return new ApiError(
    502,
    'CertificateChanged',
    `${where} shows another certificate than the one that was trusted; no credentials were sent. Compare it with the appliance and trust it again.`,
    certificate ? { ...certificate } : {},
  )
}

export function answerInvalid(where: string, what: string): ApiError {
  return new ApiError(502, 'ApplianceAnswerInvalid', `${where} does not answer as a vSnap server does: ${what}`)
}

export function alreadyRegistered({ id, name }: { id: string; name: string }): ApiError {
  return new ApiError(
    409,
    'AlreadyRegistered',
    `This system is registered already, as ${name}. Edit that one if its address has changed.`,
    { id, name },
  )
}

export function notFound(id: string): never {
  throw new ApiError(404, 'NotFoundError', `There is no appliance ${id}. It may have been removed.`)
}

export function passwordUnreadable(name: string): ApiError {
  return new ApiError(
    502,
    'ApplianceCredentialsRejected',
    `The password of ${name} was encrypted with another key and cannot be read. Enter it again, or start the console with the key that it had.`,
  )
}
