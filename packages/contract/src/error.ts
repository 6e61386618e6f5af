import { z } from 'zod'

/** An error with the guide's shape (§1): a status, a type that one can search for, a message that says what to do. */
export class ApiError extends Error {
  readonly status: number
  readonly type: string
  readonly details: Readonly<Record<string, unknown>>

  constructor(status: number, type: string, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message)
    this.name = type
    this.status = status
    this.type = type
    this.details = details
  }

  /** The body of the answer: `{"error": {"type", "message", …details}}`. */
  toJSON(): { error: { type: string; message: string } & Record<string, unknown> } {
    return { error: { ...this.details, type: this.type, message: this.message } }
  }
}

/** 400 InvalidParameterError; `field`: the name of what the message is about. */
export const invalidParameter = (message: string, field?: string): ApiError =>
  new ApiError(400, 'InvalidParameterError', message, field ? { field } : {})

/** What zod says of a union when the union has no words of its own. */
const unsaid = 'Invalid input'

/** What is wrong with a value, naming the first field that is: `size_total: expected …`. */
export function issueText(error: z.core.$ZodError): string {
  const [issue] = error.issues
  if (!issue) return 'The request is not valid.'
  // A union that can say itself what it expects does so; else its first member does.
  const deepest = issue.code === 'invalid_union' && issue.message === unsaid ? issue.errors.flat().at(0) : undefined
  const path = [...issue.path, ...(deepest?.path ?? [])].join('.')
  const message = deepest?.message ?? issue.message
  return path ? `${path}: ${message}` : message
}

const bodyParserErrors: Record<string, [status: number, type: string, message: string]> = {
  'entity.too.large': [413, 'BodyTooLargeError', 'The body is larger than 1 MB.'],
  'entity.parse.failed': [400, 'InvalidParameterError', 'The body is not valid JSON.'],
  'request.size.invalid': [400, 'InvalidParameterError', 'The body is shorter or longer than its Content-Length says.'],
  'request.aborted': [400, 'InvalidParameterError', 'The body ended before it was complete.'],
  'encoding.unsupported': [415, 'UnsupportedMediaTypeError', 'The body has a content encoding that is not understood.'],
  'charset.unsupported': [415, 'UnsupportedMediaTypeError', 'The body must be JSON in UTF-8.'],
}

/** True for JSON text: a body that is null, a text or a number is refused as one that cannot be parsed. */
function isJson(body: unknown): boolean {
  try {
    JSON.parse(String(body))
    return true
  } catch {
    return false
  }
}

/** Any thrown value as an ApiError; what nobody foresaw becomes a 500 that shows no internals. */
export function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error
  if (error instanceof z.core.$ZodError) return invalidParameter(issueText(error), error.issues[0]?.path.join('.'))
  if (error instanceof URIError) return invalidParameter('The address is not validly encoded.')
  if (typeof error === 'object' && error !== null && 'type' in error) {
    if (error.type === 'entity.parse.failed' && 'body' in error && isJson(error.body))
      return new ApiError(400, 'InvalidParameterError', 'The body has to be a JSON object.')
    const known = bodyParserErrors[String(error.type)]
    if (known) return new ApiError(...known)
  }
  return new ApiError(
    500,
    'InternalError',
    'The request could not be carried out because of an internal error; the log has the details.',
  )
}
