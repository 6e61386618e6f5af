import { expect, it } from 'vitest'
import { asCurl, vsnapCall } from './calls.ts'

it('shows a call as the appliance gets it', () => {
  expect(
    vsnapCall('volumeCreate', { body: { name: 'a', volume_type: 'lun', pool_id: '1', size_total: 1024 } }),
  ).toEqual({
    title: 'Create volume',
    section: '8.1',
    method: 'POST',
    path: '/api/volume',
    body: JSON.stringify({ name: 'a', volume_type: 'lun', pool_id: '1', size_total: '1024' }, null, 2),
  })
})

it('quotes for a shell', () => {
  const call = vsnapCall('poolUpdate', { params: { id: '7' }, body: { name: "it's" } })
  expect(asCurl('https://vsnap:8900', 'admin', call)).toBe(
    `curl --user 'admin' --request PUT --header 'Content-Type: application/json' --data '{"name":"it'\\''s"}' 'https://vsnap:8900/api/pool/7'`,
  )
  expect(asCurl('https://vsnap:8900', 'admin', vsnapCall('poolView', { params: { id: '7' } }))).toBe(
    `curl --user 'admin' 'https://vsnap:8900/api/pool/7'`,
  )
})
