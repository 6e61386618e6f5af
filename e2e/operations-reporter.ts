import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter'
import { allOperations, attachment } from './operations.ts'

/** Says how many operations the stories have reached from the browser. */
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

  onEnd(): void {
    const missing = allOperations.filter((name) => !this.#reached.has(name))
    const said = `operations from the browser: ${allOperations.length - missing.length}/${allOperations.length}`
    process.stdout.write(`\n${said}\n`)
    if (missing.length > 0 && this.#isWhole) process.stdout.write(`No story reached: ${missing.join(', ')}\n`)
  }
}
