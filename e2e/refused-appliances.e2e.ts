// What an appliance refuses of the system itself although the page's own checks passed: somebody else was quicker, behind the console's back.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test, tryAll } from './attempts.ts'
import { direct } from './direct.ts'
import type { RunningAppliance } from './processes.ts'
import { addAppliance, initialise } from './verbs.ts'

test('what an appliance refuses of the system itself stands in its words on the page', async ({
  adminPage: page,
  admin,
  startAppliance,
  gate,
  operations,
}) => {
  const appliance = await startAppliance('vault', { interfaces: 2 })
  const api = direct(appliance)
  const { id: applianceId } = await addAppliance(admin, appliance)
  const networks = (await api.get('/network')).body.networks as { id: string; name: string }[]
  const [front = '', back = ''] = ['ens192', 'ens224'].map((name) => networks.find((one) => one.name === name)?.id)
  await tryAll(page, gate, operations, [
    {
      operation: 'systemInit',
      at: `/appliances/${applianceId}/initialize`,
      between: () => initialise(appliance),
      press: 'Initialise',
      says: /is initialised already/,
    },
    {
      operation: 'networkUpdate',
      at: `/appliances/${applianceId}?tab=network&do=services&on=${front}`,
      async fill(page) {
        await page.getByRole('checkbox', { name: 'mgmt' }).uncheck()
        return undefined
      },
      // The other interface had mgmt until now.
      between: () => api.put(`/network/${back}`, { services: ['nfs'] }),
      readsFirst: true,
      press: 'Save',
      says: /ens192 is the last interface with mgmt/,
    },
    {
      operation: 'diskRescan',
      at: `/appliances/${applianceId}?tab=disks`,
      between: () => failing(appliance, 'rescan'),
      press: 'Rescan',
      says: /rescan/,
    },
  ])
})

/** From now on a call of the simulated machine fails. */
function failing(appliance: RunningAppliance, call: string): Promise<void> {
  writeFileSync(join(appliance.data, 'control.json'), JSON.stringify({ preparation: 0, failing_calls: [call] }))
  return Promise.resolve()
}
