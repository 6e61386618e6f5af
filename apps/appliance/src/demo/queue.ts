// Queues a session on a demo appliance that is not running, for its next start.
import { parseArgs } from 'node:util'
import { lockDirectory } from '@vsnap/data-directory/lock.ts'
import { systemClock } from '../clock.ts'
import { openMachine } from '../machine.ts'
import { serverCertificate } from '../tls.ts'
import { queueAgain } from './replication-story.ts'

const usage = 'Usage: node apps/appliance/src/demo/queue.ts --data DIR --profile fra|lon|dub'

try {
  const { data, profile } = parseArgs({ options: { data: { type: 'string' }, profile: { type: 'string' } } }).values
  if (data === undefined || profile === undefined) throw new Error(usage)
  const unlock = lockDirectory(data, 'appliance')
  const { cert } = await serverCertificate(data)
  const machine = await openMachine({ dir: data, clock: systemClock, accounts: [], certificate: cert })
  await queueAgain(profile, machine.context)
  machine.close()
  unlock()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
