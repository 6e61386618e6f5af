import { integerText } from '@vsnap/contract/codec.ts'
import { z } from 'zod'

/** The id of an object in a path or a body. The guide's are decimal text or hex; nothing that could mean another path. */
export const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/, 'expected an id')

/** An id in an answer, read as text or number. */
export const idText = z.codec(z.union([z.string(), z.number()]), z.string(), {
  decode: (wire) => String(wire),
  encode: (value) => value,
})

/** A name that a person gives. Which names are free or allowed is a matter of the rules. */
export const name = z.string().min(1, 'expected a name').max(256, 'expected at most 256 characters')

export const byId = z.object({ id })
/** An object is viewed by its id or by its name. */
export const byIdOrName = z.union([byId, z.object({ name })])

/** Bytes. */
export const size = integerText.nullish()
/** Epoch seconds. */
export const time = integerText.nullish()
export const text = z.string().nullish()
export const flag = z.boolean().nullish()

export const times = { time_created: time, time_updated: time }

/** What calls answer that have nothing to say: `{}`. */
export const nothing = z.object({})
