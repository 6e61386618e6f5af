import type { Endpoint, Sources } from '@vsnap/contract/endpoint.ts'
import { encodeRequest } from '@vsnap/contract/request.ts'
import { vsnapApi } from '@vsnap/vsnap-api/api.ts'
import { expect, test } from 'vitest'
import { inverseInput, inverseOf, traceOf } from './effects.ts'

const names = Object.keys(vsnapApi)
const endpoints: Readonly<Record<string, Endpoint>> = vsnapApi

test('what makes something is taken back by deleting that, a mapping by unmapping; nothing else is taken back', () => {
  const inverses = names.flatMap((name) => {
    const inverse = inverseOf(vsnapApi, name)
    return inverse ? [[name, inverse.operation]] : []
  })
  expect(Object.fromEntries(inverses)).toEqual({
    poolCreate: 'poolDelete',
    volumeCreate: 'volumeDelete',
    volumeClone: 'volumeDelete',
    volumeMap: 'hostUnmap',
    snapshotCreate: 'snapshotDelete',
    shareCreate: 'shareDelete',
    hostCreate: 'hostDelete',
    hostMap: 'hostUnmap',
    partnerCreate: 'partnerDelete',
    relationshipCreate: 'relationshipDelete',
  })
})

test('the call that takes something back is complete, and about what was made', () => {
  const inverse = (name: string, done: object) => {
    const found = inverseOf(vsnapApi, name)
    const endpoint = endpoints[found?.operation ?? '']
    if (!found || !endpoint) throw new Error(name)
    const { method, path, body } = encodeRequest(endpoint, inverseInput(endpoint, found, done))
    return [`${method} ${path}`, body]
  }
  expect(inverse('volumeCreate', { body: { name: 'v' }, result: { id: '7' } })).toEqual(['DELETE /volume/7', undefined])
  expect(inverse('shareCreate', { params: { id: '1' }, result: { id: '9' } })).toEqual(['DELETE /share/9', undefined])
  const unmap = '{"action":"unmap","vol_id":"2"}'
  expect(inverse('hostMap', { params: { id: '1' }, body: { vol_id: '2' }, result: { lun: 0 } })).toEqual([
    'POST /host/1',
    unmap,
  ])
  expect(inverse('volumeMap', { params: { id: '2' }, body: { host_id: '1' }, result: { lun: 0 } })).toEqual([
    'POST /host/1',
    unmap,
  ])
  const relationship = (reuse?: boolean) =>
    inverse('relationshipCreate', { params: { id: '1' }, body: { reuse }, result: { id: 'r' } })[0]
  expect(relationship()).toBe('DELETE /relationship/r')
  expect(relationship(true)).toBe('DELETE /relationship/r?preserve_replica=true')
})

test('every operation that the effects name is one that reads or exists, and takes what it is given', () => {
  const reads = names.flatMap((name) => {
    const { settles } = endpoints[name] as Endpoint
    return [traceOf(vsnapApi, name), inverseOf(vsnapApi, name)?.unless, settles].filter((one) => one !== undefined)
  })
  expect(reads.length).toBeGreaterThan(20)
  for (const { operation, params } of reads) {
    const read = endpoints[operation] as Endpoint
    expect(read.method).toBe('GET')
    const given = Object.fromEntries(Object.keys((params ?? {}) as Sources).map((key) => [key, '1']))
    expect(() => encodeRequest(read, { params: given }), operation).not.toThrow()
  }
})
