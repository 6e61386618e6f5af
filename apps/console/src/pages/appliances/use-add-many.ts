import { useConsoleOperation } from '../../api/operations.ts'
import { ApiError } from '@vsnap/contract/error.ts'
import type { Appliance, Certificate } from '@vsnap/console-api/appliance.ts'
import { useState } from 'react'
import type { Line } from './addresses.ts'

/** What is known of an address so far; an error is what the last try said. */
export interface Found {
  readonly certificate?: Certificate | undefined
  readonly appliance?: Appliance | undefined
  readonly error?: unknown
}

/** That a person has compared this certificate of this address; another certificate is another one. */
export const confirmation = (url: string, { fingerprint }: Certificate): string => `${url} ${fingerprint}`

/** So many appliances are asked at the same time. */
const atOnce = 4

/** Does something for each, some at a time. */
async function inTurns<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values()
  const worker = async () => {
    for (const item of queue) await work(item)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

/** Looks at the certificates of many addresses and adds many appliances; what each said is kept by its address. */
export function useAddMany() {
  const probe = useConsoleOperation('applianceProbe')
  const create = useConsoleOperation('applianceCreate')
  const [found, setFound] = useState<ReadonlyMap<string, Found>>(new Map())
  const [progress, setProgress] = useState<{ done: number; total: number }>()
  const keep = (url: string, news: Found) => {
    setFound((all) => new Map(all).set(url, { ...all.get(url), error: undefined, ...news }))
    setProgress((now) => now && { ...now, done: now.done + 1 })
  }
  const each = async (lines: readonly Line[], ask: (line: Line) => Promise<Found>) => {
    setProgress({ done: 0, total: lines.length })
    const said: Found[] = []
    await inTurns(lines, async (line) => {
      const news: Found = await ask(line).catch((error: unknown) => ({
        error,
        // Another one than was compared: it is looked at again.
        ...(error instanceof ApiError && error.type === 'UntrustedCertificate' ? { certificate: undefined } : {}),
      }))
      said.push(news)
      keep(line.url, news)
    })
    setProgress(undefined)
    return said
  }
  return {
    found,
    /** While it asks. */
    progress,
    /** Asks those that have not shown a certificate yet. True when one of all has. */
    look: async (lines: readonly Line[]) => {
      const open = lines.filter(({ url }) => found.get(url)?.certificate === undefined)
      const said = await each(open, async ({ url }) => {
        const { certificate } = await probe.mutateAsync({ body: { url } })
        return { certificate }
      })
      return open.length < lines.length || said.some(({ certificate }) => certificate !== undefined)
    },
    /** Adds those that are not added yet. True when all are. */
    add: async (lines: readonly Line[], account: { readonly username: string; readonly password: string }) => {
      const open = lines.filter(({ url }) => found.get(url)?.appliance === undefined)
      const said = await each(open, async ({ url, name }) => {
        const certificate = found.get(url)?.certificate
        const trust = certificate && !certificate.trusted ? { fingerprint: certificate.fingerprint } : {}
        return { appliance: await create.mutateAsync({ body: { url, name, ...account, ...trust } }) }
      })
      return said.every(({ appliance }) => appliance !== undefined)
    },
  }
}
