import type { Clock } from '../clock.ts'

/** A clock that is set by hand, and on which waiting takes no time. */
export class StoryClock implements Clock {
  #seconds = 0

  now(): number {
    return this.#seconds
  }

  set(seconds: number): void {
    this.#seconds = seconds
  }

  async sleep(seconds: number): Promise<void> {
    this.#seconds += Math.ceil(seconds)
  }
}
