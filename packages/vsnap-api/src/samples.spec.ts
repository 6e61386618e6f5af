import { issueText } from '@vsnap/contract/error.ts'
import { z } from 'zod'
import { describe, expect, it } from 'vitest'
import { vsnapApi } from './api.ts'
import { samples } from './samples.ts'

describe('the samples of the guide', () => {
  it.each(samples.map((sample) => [`§${sample.section} ${sample.operation} ${sample.part}`, sample] as const))(
    '%s survives decoding and encoding',
    (_, sample) => {
      const endpoint = vsnapApi[sample.operation]
      const schema: z.ZodType | undefined =
        sample.part === 'result' ? endpoint.result : 'body' in endpoint ? endpoint.body : undefined
      expect(schema, 'the operation has such a part').toBeDefined()
      if (!schema) return
      const decoded = z.decode(schema, sample.json)
      expect(z.encode(schema, decoded)).toEqual(sample.json)
    },
  )

  it('has one for every operation that the guide describes with a body', () => {
    const shown = new Set<string>(samples.filter(({ part }) => part === 'body').map(({ operation }) => operation))
    const missing = Object.entries(vsnapApi)
      .filter(([name, endpoint]) => 'body' in endpoint && !shown.has(name))
      .map(([name]) => name)
    // §8.4 says TODO.
    expect(missing).toEqual(['volumeUpdate'])
  })
})

describe('the table', () => {
  it('has the 58 operations, each with what the guide cannot say', () => {
    expect(Object.keys(vsnapApi)).toHaveLength(58)
    for (const [name, endpoint] of Object.entries(vsnapApi)) {
      expect(endpoint.title, name).not.toBe('')
      expect(endpoint.section, name).toMatch(/^\d+\.\d+(\.\d+)?$/)
      expect('changes' in endpoint && endpoint.changes.length > 0, `${name}: writes say what they change`).toBe(
        endpoint.method !== 'GET',
      )
    }
  })

  it('asks for the name before anything is destroyed', () => {
    const destructive = Object.entries(vsnapApi)
      .filter(([, endpoint]) => 'destructive' in endpoint)
      .map(([name]) => name)
    expect(destructive.sort()).toEqual(
      [
        'poolDelete',
        'volumeDelete',
        'volumeShareDelete',
        'shareDelete',
        'hostDelete',
        'snapshotDelete',
        'partnerDelete',
        'relationshipDelete',
        'sessionCancel',
      ].sort(),
    )
  })
})

describe('reading what an appliance answers', () => {
  const { poolList, poolView } = vsnapApi

  it('takes numbers sent as text or as numbers', () => {
    expect(
      z.decode(poolList.result, {
        pools: [{ id: 1 as never, name: 'p', size_total: 22613000803 as never, health: '99.5' }],
        total: '1' as never,
      }),
    ).toEqual({
      pools: [{ id: '1', name: 'p', size_total: 22613000803, health: 99.5 }],
      total: 1,
    })
  })

  it('keeps fields that the guide does not know and goes without those that are missing', () => {
    expect(z.decode(poolView.result, { id: '1', name: 'p', colour: 'green' } as never)).toEqual({
      id: '1',
      name: 'p',
      colour: 'green',
    })
  })

  const { volumeList, volumeView, systemView } = vsnapApi
  const numbers: readonly (readonly [sent: unknown, read: number | null])[] = [
    ['1497365131.25', 1497365131],
    [1497365131.75, 1497365131],
    ['1.5e9', 1_500_000_000],
    [0, 0],
    // Nobody has less than nothing, and no calendar goes so far: it says as much as nothing at all.
    [-1, null],
    ['-1', null],
    ['9223372036854775807', null],
    [null, null],
  ]

  it.each(numbers)('takes the time %j as %j', (sent, read) => {
    const { volumes } = z.decode(volumeList.result, { volumes: [{ id: '1', name: 'v', time_updated: sent as never }] })
    expect(volumes[0]?.time_updated).toBe(read)
  })

  it('takes sizes above 2^53 as the nearest number, and minus one as not known', () => {
    const wire = { id: '1', name: 'v', size_free: '9223372036854775807', size_used: '1024.5', size_total: '-1' }
    expect(z.decode(volumeView.result, wire)).toEqual({
      id: '1',
      name: 'v',
      size_free: 2 ** 63,
      size_used: 1024,
      size_total: null,
    })
    expect(z.decode(volumeList.result, { volumes: [], total: -1 })).toEqual({ volumes: [], total: null })
  })

  it('takes booleans sent as text, and numbers where a text is meant', () => {
    expect(z.decode(volumeView.result, { id: 1, name: 7, is_clone: 'false', volume_type: 'lun' })).toEqual({
      id: '1',
      name: '7',
      is_clone: false,
      volume_type: 'lun',
    })
    expect(z.decode(systemView.result, { id: 's', api_version: 1.5, multipool: 'True' })).toEqual({
      id: 's',
      api_version: '1.5',
      multipool: true,
    })
  })

  it.each([
    [{ id: '1', name: 'p', size_total: 'much' }, 'size_total: expected a number'],
    [{ id: '1', name: 'p', size_total: '1e999' }, 'size_total: '],
    [{ id: '1', name: 'p', compression: 'perhaps' }, 'compression: expected true or false'],
    [{ id: '1', name: null }, 'name: expected a text'],
    [{ name: 'p' }, 'id: expected a text'],
  ])('refuses what it cannot understand, and says what: %j', (wire, problem) => {
    const { success, error } = z.safeDecode(poolView.result, wire as never)
    expect(success).toBe(false)
    expect(error && issueText(error)).toContain(problem)
  })
})

describe('answering', () => {
  it.each([
    ['a fraction', { size_total: 1.5 }],
    ['less than nothing', { size_total: -1 }],
    ['what cannot be told exactly', { size_total: 2 ** 53 }],
    ['a fraction of a second', { time_created: 1.25 }],
    ['text for a number', { size_total: '5' }],
    ['text for a boolean', { compression: 'true' }],
    ['a number for text', { status: 5 }],
  ])('never says %s', (_, part) => {
    expect(z.safeEncode(vsnapApi.poolView.result, { id: '1', name: 'p', ...part } as never).success).toBe(false)
  })
})

describe('writing', () => {
  it.each([
    ['a field that the operation does not know', { name: 'p', pool_type: 'raid6', colour: 'green' }],
    ['a pool type that does not exist', { name: 'p', pool_type: 'raid7' }],
    ['a body without what is required', { name: 'p' }],
  ])('refuses %s', (_, body) => {
    expect(vsnapApi.poolCreate.body.safeParse(body).success).toBe(false)
  })

  it('takes ids that cannot mean another path', () => {
    for (const id of ['..', '.', 'a/b', 'a%2fb', '', 'a b', 'a\u0000', '-x'])
      expect(vsnapApi.poolDelete.params.safeParse({ id }).success, id).toBe(false)
    for (const id of ['1', '005056b45302', 'ad05bf4db630bfc7ecb706563788f087'])
      expect(vsnapApi.poolDelete.params.safeParse({ id }).success, id).toBe(true)
  })
})
