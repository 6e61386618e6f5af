import { z } from 'zod'

/** Also as programs write large ones: `1e+21`. */
const decimal = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i
const whole = 'expected a whole number'

/** What a whole number is inside, and has to be to be written. */
const wholeNumber = z
  .int({
    error: ({ code }) => (code === 'too_big' ? `expected at most ${Number.MAX_SAFE_INTEGER} (2^53 - 1)` : whole),
  })
  .nonnegative('expected a number that is not negative')

/** A whole number that travels as decimal text (`"1497365131"`); read as text or number, written as text. */
export const integerText = z.codec(
  z.union([z.string().regex(/^-?\d+(\.0+)?$/, whole), z.number()], { error: whole }),
  wholeNumber,
  { decode: (wire) => Number(wire), encode: (value) => String(value) },
)

/** A number that travels as decimal text and may have a fraction (`"health": "99.5"`). */
export const numberText = z.codec(
  z.union([z.string().regex(decimal, 'expected a number'), z.number()], { error: 'expected a number' }),
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

/**
 * A count in an answer, null where nothing is said. It is taken from whatever is a number anyhow: a fraction is cut, above
 * 2^53 it is the nearest number, and what is under zero or over `most` (`-1`, say) says nothing. Written, it has to be exact.
 */
function counted<Wire extends string | number>(write: (value: number) => Wire, most = Infinity) {
  return z.codec(
    z.union([z.string().regex(decimal, 'expected a number'), z.number(), z.null()], { error: 'expected a number' }),
    z.number().nullable(),
    {
      decode: (wire) => {
        if (wire === null) return null
        const value = Math.trunc(Number(wire))
        return value < 0 || value > most ? null : value
      },
      encode: (value, { issues }) => {
        if (value === null) return null
        const { success, error } = wholeNumber.safeParse(value)
        if (!success) issues.push({ code: 'custom', input: value, message: error.issues[0]?.message ?? whole })
        return write(value)
      },
    },
  )
}

/** A count in an answer (bytes, a port) that travels as decimal text; see `counted`. */
export const countText = counted(String)

/** A count in an answer that travels as a number (`"total": 2`); `"2"` is read as well; see `counted`. */
export const count = counted((value) => value)

/** A moment in an answer, in epoch seconds as decimal text; null also for what no calendar has; see `counted`. */
export const momentText = counted(String, 8.64e12)

/** Text in an answer; a number is its text. */
export const textOrNumber = z.union(
  [z.string(), z.codec(z.number(), z.string(), { decode: (wire) => String(wire), encode: (value) => Number(value) })],
  { error: 'expected a text' },
)

/** A boolean in an answer; `"true"` and `"false"` are read as well. */
export const booleanOrText = z.union(
  [
    z.boolean(),
    z.codec(z.string().regex(/^true$|^false$/i), z.boolean(), {
      decode: (wire) => wire.toLowerCase() === 'true',
      encode: (value) => String(value),
    }),
  ],
  { error: 'expected true or false' },
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
