import { invalidParameter } from '@vsnap/contract/error.ts'
import type { z } from 'zod'

/** A place in a list as text that nobody reads anything into: the `next` of an answer, the `cursor` of the question after it. */
export const cursorOf = (place: unknown): string => Buffer.from(JSON.stringify(place)).toString('base64url')

/** The place that a cursor stands for. @throws ApiError 400 InvalidParameterError when it is none of `places`. */
export function placeOf<Place extends z.ZodType>(places: Place, cursor: string): z.output<Place> {
  try {
    return places.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
  } catch {
    throw unknownCursor()
  }
}

export const unknownCursor = () => invalidParameter('cursor: expected the next of an answer before.', 'cursor')
