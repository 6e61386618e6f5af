import { buildAll } from '../.scripts/build.ts'
import { ensureChromium } from '../.scripts/chromium.ts'

/** Once before all stories: there is a browser, and a built console of the sources as they are. */
export default async function setUp(): Promise<void> {
  await ensureChromium()
  await buildAll()
}
