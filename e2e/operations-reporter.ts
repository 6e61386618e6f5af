import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter'
import { allOperations, attachment } from './operations.ts'

/** Says how many operations the stories have reached from the browser. When all stories ran, fewer than all is a failure. */
export default class OperationsReporter implements Reporter {
  readonly #reached = new Set<string>()
  #isWhole = true

  onBegin(): void {
    // A choice of stories says nothing about the whole.
    this.#isWhole = !process.argv.some((argument) => /^(-g|--grep)|\.e2e\.ts/.test(argument))
  }

  onTestEnd(_test: TestCase, { attachments }: TestResult): void {
    for (const { name, body } of attachments)
      if (name === attachment && body)
        for (const operation of JSON.parse(String(body)) as string[]) this.#reached.add(operation)
  }

  onEnd(): Promise<{ status: FullResult['status'] } | undefined> {
    const missing = allOperations.filter((name) => !this.#reached.has(name))
    const said = `operations from the browser: ${allOperations.length - missing.length}/${allOperations.length}`
    process.stdout.write(`\n${said}\n`)
    if (missing.length === 0 || !this.#isWhole) return Promise.resolve(undefined)
    process.stdout.write(`No story reached: ${missing.join(', ')}\n`)
    return Promise.resolve({ status: 'failed' })
  }
}
