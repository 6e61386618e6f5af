// Makes the data directory of a demo appliance, with a past that looks lived in.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { lockDirectory } from '@vsnap/data-directory/lock.ts'
import { loadAccount } from '../account.ts'
import { systemClock } from '../clock.ts'
import { holdsMachine, openMachine } from '../machine.ts'
import { sites, type Profile } from './sites.ts'
import { StoryClock } from './story-clock.ts'
import { tell } from './tell.ts'

const profiles = Object.keys(sites) as Profile[]
const usage = `Usage: node apps/appliance/src/demo/main.ts --data DIR --profile ${profiles.join('|')}

Fills DIR with an appliance that seems to have been in use for a month; does nothing when DIR holds one already.
Environment: APPLIANCE_USER and APPLIANCE_PASSWORD name its account.`

async function makeDemo(dir: string, profile: Profile): Promise<boolean> {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const unlock = lockDirectory(dir, 'appliance')
  try {
    if (holdsMachine(dir)) return false
    const { APPLIANCE_USER: user, APPLIANCE_PASSWORD: password } = process.env
    if (password !== undefined) await loadAccount(dir, { user, password })
    const plan = sites[profile]
    const clock = new StoryClock()
    const hostname = `vsnap-${profile}-01`
    const machine = await openMachine({
      dir,
      clock,
      accounts: [],
      certificate: '',
      hostname,
      disks: plan.disks,
      diskSize: plan.diskSize,
    })
    const { failedDisks } = await tell(
      plan,
      { ...machine, setTime: (seconds) => clock.set(seconds) },
      systemClock.now(),
    )
    machine.close()
    if (failedDisks.length > 0) {
      writeFileSync(join(dir, 'control.json'), `${JSON.stringify({ failed_disks: failedDisks }, null, 2)}\n`)
    }
    return true
  } finally {
    unlock()
  }
}

function readOptions(): { data: string; profile: Profile } {
  const { values } = parseArgs({ options: { data: { type: 'string' }, profile: { type: 'string' } } })
  const profile = profiles.find((name) => name === values.profile)
  if (values.data === undefined || !profile) throw new Error(usage)
  return { data: resolve(process.env.INIT_CWD ?? process.cwd(), values.data), profile }
}

try {
  const { data, profile } = readOptions()
  const made = await makeDemo(data, profile)
  process.stdout.write(
    made ? `Made the demo appliance ${profile} in ${data}.\n` : `${data} holds an appliance already.\n`,
  )
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
