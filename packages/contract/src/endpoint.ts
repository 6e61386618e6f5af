import type { z } from 'zod'

/** Who may call an operation; each role may do what the ones before it may. */
export const roles = ['viewer', 'operator', 'admin'] as const
export type Role = (typeof roles)[number]

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** One operation of an API as data. Everything else (client, router, allow-list, OpenAPI, query keys) derives from it. */
export interface Endpoint {
  readonly method: Method
  /** Express path syntax, relative to the API's base: `/pool/:id`. */
  readonly path: string
  /** Further addresses of the same operation, by query: `/pool?name=:name`. */
  readonly also?: readonly string[]
  /** Operations that share method and path and have no `action`: this one is meant when the body has this key. */
  readonly when?: string
  readonly title: string
  /** The section of the vSnap REST API guide. */
  readonly section?: string
  readonly role: Role | 'public'
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  readonly result: z.ZodType
  /** True when it destroys something that people may miss: it asks for the object's name to be typed. */
  readonly destructive?: boolean
  /** Resources whose objects it changes; what a reader has to read again. */
  readonly changes?: readonly string[]
  /** Milliseconds that an answer may take when that is longer than the usual 30 s. */
  readonly timeout?: number
  /** How to see what it did when its answer was lost, where method and path do not say enough. */
  readonly found?: Trace
  /** The call that takes back what it did, where that is safe and method and path do not say it. */
  readonly undo?: Inverse
  /** What it began goes on after its answer: where to see how that ends. */
  readonly settles?: Settles
}

/** Values out of a call and its answer (`params.id`, `body.name`, `result.id`), each under the name where it goes. */
export type Sources = Readonly<Record<string, `${'params' | 'query' | 'body' | 'result'}.${string}`>>

/** A reading call that shows an object. */
export interface Trace {
  readonly operation: string
  readonly params?: Sources
  /** The list in its answer where the object stands; absent: the answer is the object. */
  readonly items?: string
  /** Which one of that list. */
  readonly where?: Sources
  /** True when the call takes it away: it is done when there is no such object. */
  readonly gone?: boolean
}

export interface Inverse {
  readonly operation: string
  readonly params?: Sources
  readonly query?: Sources
  readonly body?: Sources
  /** Not while this shows something: what others have put into it since would go with it. */
  readonly unless?: Trace
}

export interface Settles {
  readonly operation: string
  readonly params?: Sources
  /** The field that says how far it is; values that are neither `done` nor `failed` mean that it goes on. */
  readonly field: string
  readonly done: readonly string[]
  readonly failed: readonly string[]
  /** The field that says why. */
  readonly message?: string
}

export type Endpoints = Readonly<Record<string, Endpoint>>

/** Names a table of operations and keeps the exact type of each. */
export function defineEndpoints<const T extends Endpoints>(table: T): T {
  return table
}

type Part<E, K extends 'params' | 'query' | 'body'> = E extends { readonly [P in K]: infer S extends z.ZodType }
  ? undefined extends z.output<S>
    ? { [P in K]?: z.output<S> }
    : K extends 'query'
      ? { [P in K]?: z.output<S> }
      : { [P in K]: z.output<S> }
  : unknown

/** What a caller gives and a handler gets: `params`, `query` and `body`, decoded (bytes and epoch seconds as numbers). */
export type Input<E> = Part<E, 'params'> & Part<E, 'query'> & Part<E, 'body'>

/** A decoded answer as a reader may trust it: what an appliance may leave out is optional. */
export type Result<E> = E extends { readonly result: infer S extends z.ZodType } ? z.output<S> : never

/** Every known field present (null where there is nothing to say). */
export type Full<T> = T extends readonly (infer I)[]
  ? Full<I>[]
  : T extends object
    ? { [K in keyof T]-?: Full<Exclude<T[K], undefined>> }
    : T

/** What a handler has to answer: the result with every known field present. */
export type Answer<E> = Full<Result<E>>

/** One handler for each operation of a table; it does not compile while one is missing or has another shape. */
export type Handlers<T extends Endpoints, Context> = {
  readonly [K in keyof T]: (input: Input<T[K]>, context: Context) => Answer<T[K]> | Promise<Answer<T[K]>>
}

/** An operation under its name, as routers and transports hand it on. */
export interface Operation {
  readonly name: string
  readonly endpoint: Endpoint
}

/** A call's decoded `params`, `query` and `body`, where it is not known of which operation. */
export interface CallInput {
  readonly params?: unknown
  readonly query?: unknown
  readonly body?: unknown
}
