import { z } from 'zod'
import type { CallInput, Endpoint, Endpoints, Input, Operation, Result } from './endpoint.ts'
import { ApiError, issueText, toApiError } from './error.ts'
import { encodeRequest, type EncodedRequest } from './request.ts'

/** Carries one encoded call to a server and brings back the status and the parsed JSON. `Options` is what it takes besides (an AbortSignal, say). */
export type Transport<Options = unknown> = (
  request: EncodedRequest & Operation,
  options?: Options,
) => Promise<{ status: number; body: unknown }>

type Arguments<I, Options> =
  Record<never, never> extends I ? [input?: I, options?: Options] : [input: I, options?: Options]

/** One function for each operation: `client.poolCreate({body})` → the decoded result. */
export type Client<T extends Endpoints, Options = unknown> = {
  readonly [K in keyof T]: (...call: Arguments<Input<T[K]>, Options>) => Promise<Result<T[K]>>
}

/**
 * A typed client of a table of operations.
 * Its functions throw an ApiError with the server's own status, type and message, 502 UnexpectedAnswerError when the
 * answer is not what the operation promises, or what `encoded` throws of a call that cannot be made.
 */
export function createClient<const T extends Endpoints, Options = unknown>(
  table: T,
  transport: Transport<Options>,
): Client<T, Options> {
  const call = async (name: string, endpoint: Endpoint, input: CallInput, options?: Options): Promise<unknown> => {
    const { status, body } = await transport({ name, endpoint, ...encoded(endpoint, input) }, options)
    if (status >= 400) throw answeredError(status, body)
    const result = z.safeDecode(endpoint.result, body as never)
    if (result.success) return result.data
    throw new ApiError(
      502,
      'UnexpectedAnswerError',
      `${endpoint.title}: the answer is not what the API describes (${issueText(result.error)}).`,
    )
  }
  const client: Record<string, unknown> = {}
  for (const [name, endpoint] of Object.entries(table)) {
    client[name] = (input: CallInput = {}, options?: Options) => call(name, endpoint, input, options)
  }
  return client as Client<T, Options>
}

/**
 * The call as it travels.
 * @throws ApiError 404 NotFoundError when nothing can have such an id or name, 400 InvalidParameterError when the
 * operation does not take what it is given
 */
function encoded(endpoint: Endpoint, input: CallInput): EncodedRequest {
  try {
    return encodeRequest(endpoint, input)
  } catch (error) {
    if (!(error instanceof z.core.$ZodError)) throw error
    if (!endpoint.params || z.safeEncode(endpoint.params, input.params).success) throw toApiError(error)
    const wanted = Object.entries(input.params ?? {}).map(([param, value]) => `${param} “${value}”`)
    throw new ApiError(404, 'NotFoundError', `${endpoint.title}: nothing has the ${wanted.join(' and the ')}.`)
  }
}

const errorAnswer = z.object({ error: z.looseObject({ type: z.string(), message: z.string() }) })

/** The error that a server answered, in its own words; without an error object, what can be said from the status. */
export function answeredError(status: number, body: unknown): ApiError {
  const parsed = errorAnswer.safeParse(body)
  if (!parsed.success)
    return new ApiError(
      status,
      'UnexpectedAnswerError',
      `The server answered with status ${status} and no explanation.`,
    )
  const { type, message, ...details } = parsed.data.error
  return new ApiError(status, type, message, details)
}
