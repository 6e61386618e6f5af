import { ApiError } from '@vsnap/contract/error.ts'

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

const titles: Readonly<Record<ErrorKind, string>> = {
  gone: 'This does not exist (any more)',
  'not-allowed': 'You are not allowed to do this',
  unreachable: 'No answer',
  credentials: 'The appliance rejected the user name or password',
  certificate: 'The appliance shows another certificate',
  'not-initialised': 'The appliance is not initialised',
  failed: 'This did not work',
}

/** An error as it is shown everywhere: a headline of ours, the server's own words, and the type that one can search for. */
export function errorText(error: unknown): { title: string; message: string; type: string } {
  const title = titles[errorKind(error)]
  if (error instanceof ApiError) return { title, message: error.message, type: error.type }
  const message = error instanceof Error ? error.message : String(error)
  return {
    title: 'The console made a mistake',
    message: `${message}. Reload the page; if it happens again, report it.`,
    type: 'ConsoleError',
  }
}

/** The field of a form that an error is about, when the server says so (`{"error": {…, "field": "name"}}`). */
export function errorField(error: unknown): string | undefined {
  const field = error instanceof ApiError ? error.details.field : undefined
  return typeof field === 'string' ? field : undefined
}
