import { z } from 'zod'

/** A whole number that travels as decimal text (`"1497365131"`); read as text or number, written as text. */
export const integerText = z.codec(
  z.union([z.string().regex(/^-?\d+(\.0+)?$/, 'expected a whole number'), z.number()]),
  z.int('expected a whole number').nonnegative('expected a number that is not negative'),
  { decode: (wire) => Number(wire), encode: (value) => String(value) },
)

/** A number that travels as decimal text and may have a fraction (`"health": "99.5"`). */
export const numberText = z.codec(
  z.union([z.string().regex(/^-?\d+(\.\d+)?$/, 'expected a number'), z.number()]),
  z.number(),
  {
    decode: (wire) => Number(wire),
    encode: (value) => String(value),
  },
)

/** A whole number that travels as a number (`"total": 2`); `"2"` is read as well. */
export const integer = z.codec(
  z.union([z.number(), z.string().regex(/^\d+$/, 'expected a whole number')]),
  z.int('expected a whole number').nonnegative(),
  { decode: (wire) => Number(wire), encode: (value) => value },
)

/** A boolean in a query: `true`, `1`, `false`, `0`; written as `true` or `false`. */
export const booleanText = z.codec(z.enum(['true', 'false', '1', '0']), z.boolean(), {
  decode: (wire) => wire === 'true' || wire === '1',
  encode: (value) => (value ? 'true' : 'false'),
})

/**
 * An object of an answer: fields that the contract does not know are kept when it is read, though its type does not
 * speak of them (an index signature would let every misspelt field pass the compiler).
 */
export function open<S extends z.core.$ZodLooseShape>(shape: S): z.ZodObject<S, z.core.$strip> {
  return z.looseObject(shape) as unknown as z.ZodObject<S, z.core.$strip>
}
