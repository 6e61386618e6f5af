import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { consoleCall, vsnapCall } from './calls.ts'
import { asConsoleCurl, asCurl } from './shell.ts'

const vouchedFor = { url: 'https://vsnap:8900', username: 'admin', fingerprint: null }
const pinned = { ...vouchedFor, fingerprint: 'AB:CD' }
const view = vsnapCall('poolView', { params: { id: '7' } })

it('quotes for a shell', () => {
  const call = vsnapCall('poolUpdate', { params: { id: '7' }, body: { name: "it's" } })
  expect(asCurl(vouchedFor, call)).toBe(
    `curl --user admin --request PUT --header 'Content-Type: application/json' --data '{"name":"it'\\''s"}' https://vsnap:8900/api/pool/7`,
  )
  expect(asCurl({ ...vouchedFor, username: '$(touch x)' }, view)).toBe(
    `curl --user '$(touch x)' https://vsnap:8900/api/pool/7`,
  )
})

it('leaves the checks of a certificate to curl, or gives it the pinned one', () => {
  expect(asCurl(vouchedFor, view)).not.toContain('insecure')
  const lines = asCurl(pinned, view).split('\n')
  expect(lines.at(0)).toBe('pin() {')
  expect(lines.slice(-2)).toEqual([
    'PIN=$(pin vsnap:8900 AB:CD) &&',
    'curl --user admin --insecure --pinnedpubkey "$PIN" https://vsnap:8900/api/pool/7',
  ])
  // Any shell of a person's reads it, not bash alone.
  expect(spawnSync('sh', ['-n'], { input: lines.join('\n') }).stderr.toString()).toBe('')
})

it('calls the console with a token, which is not in it', () =>
  expect(asConsoleCurl('https://console:8443', consoleCall('planList', {}))).toBe(
    'curl --header "Authorization: Bearer $TOKEN" https://console:8443/api/plans',
  ))
