/** The language of the console's words, by which numbers and times are written too (BCP 47). */
export const locale = 'en'
