import { expect, it } from 'vitest'
import { changesBetween } from './changes.ts'

it('tells what differs, and nothing else', () => {
  expect(changesBetween({ Name: 'a', Limit: '1 TiB' }, { Name: 'a', Limit: 'none' })).toEqual([
    { label: 'Limit', before: '1 TiB', now: 'none' },
  ])
  expect(changesBetween({ Name: 'a' }, { Name: 'a' })).toEqual([])
})

it('tells what was not there before, and what is not there any more', () => {
  expect(changesBetween({ Type: 'NFS', 'Allowed hosts': 'all' }, { Type: 'SMB', Note: 'x' })).toEqual([
    { label: 'Type', before: 'NFS', now: 'SMB' },
    { label: 'Allowed hosts', before: 'all', now: '' },
    { label: 'Note', before: '', now: 'x' },
  ])
})
