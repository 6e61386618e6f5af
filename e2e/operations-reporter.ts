import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter'
import { allOperations, attachment, refusableOperations, type Heard } from './operations.ts'

/**
 * Says how many operations the stories have reached from the browser, and how many of the writing ones were refused there
 * in the appliance's words. When all stories ran, fewer than all is a failure.
 */
export default class OperationsReporter implements Reporter {
  readonly #reached = new Set<string>()
  readonly #refused = new Set<string>()
  #isWhole = true

  onBegin(): void {
    // A choice of stories says nothing about the whole.
    this.#isWhole = !process.argv.some((argument) => /^(-g|--grep)|\.e2e\.ts/.test(argument))
  }

  onTestEnd(_test: TestCase, { attachments }: TestResult): void {
    for (const { name, body } of attachments) {
      if (name !== attachment || !body) continue
      const { reached, refused } = JSON.parse(String(body)) as Heard
      for (const operation of reached) this.#reached.add(operation)
      for (const operation of refused) this.#refused.add(operation)
    }
  }

  onEnd(): Promise<{ status: FullResult['status'] } | undefined> {
    const counts = [
      { title: 'operations from the browser', no: 'No story reached', all: allOperations, seen: this.#reached },
      { title: 'refused in the browser', no: 'No story saw refused', all: refusableOperations, seen: this.#refused },
    ]
    process.stdout.write('\n')
    let status: FullResult['status'] | undefined
    for (const { title, no, all, seen } of counts) {
      const missing = all.filter((name) => !seen.has(name))
      process.stdout.write(`${title}: ${all.length - missing.length}/${all.length}\n`)
      if (missing.length === 0 || !this.#isWhole) continue
      process.stdout.write(`${no}: ${missing.join(', ')}\n`)
      status = 'failed'
    }
    return Promise.resolve(status && { status })
  }
}
