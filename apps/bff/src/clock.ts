/** What time it is, in epoch seconds. */
export type Clock = () => number

export const machineClock: Clock = () => Math.floor(Date.now() / 1000)
