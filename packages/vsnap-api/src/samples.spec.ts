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

  it('refuses what it cannot understand', () => {
    expect(() => z.decode(poolView.result, { id: '1', name: 'p', size_total: 'much' })).toThrow(/whole number/)
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
