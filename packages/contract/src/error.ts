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

/** Any thrown value as an ApiError; what nobody foresaw becomes a 500 that shows no internals. */
export function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error
  if (error instanceof z.core.$ZodError) return invalidParameter(issueText(error), error.issues[0]?.path.join('.'))
  if (error instanceof URIError) return invalidParameter('The address is not validly encoded.')
  return new ApiError(
    500,
    'InternalError',
    'The request could not be carried out because of an internal error; the log has the details.',
  )
}
