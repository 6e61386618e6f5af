/** The language of the console's words, by which numbers are written too, and how long ago something was (BCP 47). */
export const locale = 'en'

/** By which dates and times of day are written: the day before the month, and 24 hours. */
export const timeLocale = 'en-GB'
