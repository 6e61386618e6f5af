import { vsnapApi } from '@vsnap/vsnap-api/api.ts'
import { expect, it } from 'vitest'
import { vsnapCall } from './calls.ts'

it('shows a call as the appliance gets it', () => {
  expect(
    vsnapCall('volumeCreate', { body: { name: 'a', volume_type: 'lun', pool_id: '1', size_total: 1024 } }),
  ).toEqual({
    endpoint: vsnapApi.volumeCreate,
    server: 'appliance',
    title: 'Create volume',
    method: 'POST',
    path: '/api/volume',
    body: JSON.stringify({ name: 'a', volume_type: 'lun', pool_id: '1', size_total: '1024' }, null, 2),
  })
})
