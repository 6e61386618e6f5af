import type { System } from './system.ts'
import { allowed, refused, type Verdict } from './verdict.ts'

/** What may be done with a system, and why not (§2). */
export const systemCan = {
  /** Is it initialised? A word that we don't know is trusted to mean that it works. */
  work({ init_status: status }: System): Verdict {
    if (status === 'Not Initialized')
      return refused('NotInitializedError', 'This system is not initialised. Initialise it first.')
    if (status === 'Initializing')
      return refused('NotInitializedError', 'This system is being initialised. Try again when it is ready.')
    return allowed
  },

  /** §2.2. Once only. */
  init({ init_status: status }: System): Verdict {
    if (status === 'Not Initialized') return allowed
    if (status === 'Initializing') return refused('InUseError', 'This system is being initialised already.')
    return refused('AlreadyExistsError', 'This system is initialised already.')
  },
}
