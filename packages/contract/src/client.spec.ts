import { integerText } from '@vsnap/codecs/codec.ts'
import { z } from 'zod'
import { expect, it } from 'vitest'
import { createClient } from './client.ts'
import { defineEndpoints } from './endpoint.ts'

const calls: string[] = []
const client = createClient(
  defineEndpoints({
    thingUpdate: {
      method: 'PUT',
      path: '/thing/:id',
      title: 'Update thing',
      role: 'operator',
      params: z.object({ id: z.string().regex(/^\w+$/) }),
      body: z.strictObject({ size: integerText }),
      result: z.object({ name: z.string() }),
      changes: ['thing'],
    },
  }),
  ({ path }) => {
    calls.push(path)
    return Promise.resolve({ status: 200, body: { name: 7 } })
  },
)

it('knows without a call that nothing has an id that cannot be', async () => {
  for (const id of ['../..', 'a/b', '', '%2f'])
    await expect(client.thingUpdate({ params: { id }, body: { size: 1 } }), id).rejects.toMatchObject({
      status: 404,
      type: 'NotFoundError',
      message: `Update thing: nothing has the id “${id}”.`,
    })
  expect(calls).toEqual([])
})

it('says in a sentence what a call does not take, and what in an answer is odd', async () => {
  await expect(client.thingUpdate({ params: { id: '1' }, body: { size: 1.5 } })).rejects.toMatchObject({
    type: 'InvalidParameterError',
    message: 'size: expected a whole number',
  })
  await expect(client.thingUpdate({ params: { id: '1' }, body: { size: 1 } })).rejects.toMatchObject({
    type: 'UnexpectedAnswerError',
    message: expect.stringContaining('(name: ') as string,
  })
})
