import { booleanOrText, countText, momentText, textOrNumber } from '@vsnap/codecs/codec.ts'
import { z } from 'zod'

/** The id of an object in a path or a body. The guide's are decimal text or hex; nothing that could mean another path. */
export const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/, 'expected an id')

/** An id in a body; the guide's are decimal text, and a number is its text. */
export const idGiven = z.union([id, z.codec(z.int().nonnegative(), id, { decode: String, encode: Number })], {
  error: 'expected an id',
})

/** An id in an answer, read as text or number. */
export const idText = textOrNumber
/** What something is called in an answer. */
export const nameText = textOrNumber

/** A name that a person gives. Which names are free or allowed is a matter of the rules. */
export const name = z.string().min(1, 'expected a name').max(256, 'expected at most 256 characters')

export const byId = z.object({ id })
/** An object is viewed by its id or by its name. */
export const byIdOrName = z.union([byId, z.object({ name })])

/** Bytes. */
export const size = countText.optional()
/** Epoch seconds. */
export const time = momentText.optional()
export const text = textOrNumber.nullish()
export const flag = booleanOrText.nullish()

export const times = { time_created: time, time_updated: time }

/** What calls answer that have nothing to say: `{}`. */
export const nothing = z.object({})
