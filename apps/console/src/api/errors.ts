import { ApiError } from '@vsnap/contract/error.ts'
import { words } from './words.ts'

/** What a person can do about an error decides how a page shows it. */
export type ErrorKind =
  | 'gone'
  | 'not-allowed'
  | 'unreachable'
  | 'credentials'
  | 'certificate'
  | 'not-initialised'
  | 'failed'

const kinds: Readonly<Record<string, ErrorKind>> = {
  ApplianceUnreachable: 'unreachable',
  ApplianceTimeout: 'unreachable',
  ConsoleUnreachable: 'unreachable',
  ApplianceCredentialsRejected: 'credentials',
  CertificateChanged: 'certificate',
  NotInitializedError: 'not-initialised',
  NotFoundError: 'gone',
}

export function errorKind(error: unknown): ErrorKind {
  if (!(error instanceof ApiError)) return 'failed'
  return kinds[error.type] ?? (error.status === 403 ? 'not-allowed' : error.status === 404 ? 'gone' : 'failed')
}

/**
 * An error as it is shown everywhere: a headline of ours (`cause`: the same within a sentence, after a colon), the server's
 * own words, and the type that one can search for.
 */
export function errorText(error: unknown): { title: string; cause: string; message: string; type: string } {
  if (error instanceof ApiError) return { ...words.errors[errorKind(error)], message: error.message, type: error.type }
  const message = error instanceof Error ? error.message : String(error)
  return {
    title: words.mistake.title,
    cause: words.mistake.cause,
    message: words.mistake.message(message),
    type: 'ConsoleError',
  }
}

/** The field of a form that an error is about, when the server says so (`{"error": {…, "field": "name"}}`). */
export function errorField(error: unknown): string | undefined {
  const field = error instanceof ApiError ? error.details.field : undefined
  return typeof field === 'string' ? field : undefined
}
