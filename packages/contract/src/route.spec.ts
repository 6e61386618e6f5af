import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { integer, integerText } from '@vsnap/codecs/codec.ts'
import express, { type ErrorRequestHandler } from 'express'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createClient } from './client.ts'
import { defineEndpoints } from './endpoint.ts'
import { ApiError, toApiError } from './error.ts'
import { implement } from './route.ts'

const byIdOrName = z.union([z.object({ id: z.string().regex(/^\w+$/) }), z.object({ name: z.string() })])
const box = z.object({ id: z.string(), size: integerText, by: z.string() })

const boxes = defineEndpoints({
  boxList: { method: 'GET', path: '/box', title: 'List boxes', role: 'viewer', result: z.object({ total: integer }) },
  boxView: {
    method: 'GET',
    path: '/box/:id',
    also: ['/box?id=:id', '/box?name=:name'],
    title: 'View box',
    role: 'viewer',
    params: byIdOrName,
    result: box,
  },
  boxCreate: {
    method: 'POST',
    path: '/box',
    title: 'Create box',
    role: 'operator',
    body: z.strictObject({ size: integerText }),
    result: box,
  },
  boxCopy: {
    method: 'POST',
    path: '/box',
    when: 'from',
    title: 'Copy box',
    role: 'operator',
    body: z.strictObject({ from: z.string() }),
    result: box,
  },
  boxOpen: {
    method: 'POST',
    path: '/box/:id',
    title: 'Open',
    role: 'operator',
    params: byIdOrName,
    body: z.strictObject({ action: z.literal('open') }),
    result: box,
  },
  boxClose: {
    method: 'POST',
    path: '/box/:id',
    title: 'Close',
    role: 'operator',
    params: byIdOrName,
    body: z.strictObject({ action: z.literal('close') }),
    result: box,
  },
  boxFixed: {
    method: 'POST',
    path: '/box/probe',
    title: 'A fixed word where others have an id',
    role: 'operator',
    result: z.object({ fixed: z.boolean() }),
  },
  boxBroken: { method: 'GET', path: '/broken', title: 'Broken', role: 'viewer', result: z.object({}) },
})

const app = express()
app.use(express.json())
implement(
  app,
  boxes,
  {
    boxList: () => ({ total: 2 }),
    boxView: ({ params }) => ({ id: 'id' in params ? params.id : '?', size: 1024, by: Object.keys(params).join() }),
    boxCreate: ({ body }) => ({ id: 'new', size: body.size * 2, by: 'create' }),
    boxCopy: ({ body }) => ({ id: body.from, size: 1, by: 'copy' }),
    boxOpen: () => ({ id: '1', size: 1, by: 'open' }),
    boxClose: () => ({ id: '1', size: 1, by: 'close' }),
    boxFixed: () => ({ fixed: true }),
    boxBroken: () => {
      throw new Error('a secret of the inside')
    },
  },
  () => undefined,
  ({ endpoint: { title, role } }, req) => {
    const may = req.get('x-may') ?? 'operator'
    if (may !== 'operator' && role !== may) throw new ApiError(403, 'PermissionError', `${title} is not for everybody`)
  },
)
const onError: ErrorRequestHandler = (error, _req, res, _next) => {
  const answer = toApiError(error)
  res.status(answer.status).json(answer)
}
app.use(onError)

const server = app.listen(0, '127.0.0.1')
const base = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
beforeAll(async () => {
  if (!server.listening) await once(server, 'listening')
})
afterAll(() => server.close())

async function call(method: string, path: string, body?: string): Promise<{ status: number; body: unknown }> {
  const response = await fetch(base() + path, {
    method,
    ...(body === undefined ? {} : { body, headers: { 'content-type': 'application/json' } }),
  })
  return { status: response.status, body: await response.json() }
}

describe('one path, several operations', () => {
  it.each([
    ['GET', '/box', undefined, { total: 2 }],
    ['GET', '/box/7', undefined, { id: '7', size: '1024', by: 'id' }],
    ['GET', '/box?id=7', undefined, { id: '7', size: '1024', by: 'id' }],
    ['GET', '/box?name=seven', undefined, { id: '?', size: '1024', by: 'name' }],
    ['POST', '/box', { size: '21' }, { id: 'new', size: '42', by: 'create' }],
    ['POST', '/box', { size: 21 }, { id: 'new', size: '42', by: 'create' }],
    ['POST', '/box', { from: '7' }, { id: '7', size: '1', by: 'copy' }],
    ['POST', '/box/1', { action: 'open' }, { id: '1', size: '1', by: 'open' }],
    ['POST', '/box/1', { action: 'close' }, { id: '1', size: '1', by: 'close' }],
    ['POST', '/box/probe', undefined, { fixed: true }],
    ['POST', '/box/probe', {}, { fixed: true }],
  ])('%s %s %j', async (method, path, body, expected) => {
    expect(await call(method, path, body && JSON.stringify(body))).toEqual({ status: 200, body: expected })
  })
})

describe('what is refused, in the guide’s shape', () => {
  it.each([
    ['an action that there is not', 'POST', '/box/1', '{"action":"burn"}', 400, 'expected one of open, close'],
    ['a method that there is not', 'DELETE', '/box', undefined, 405, 'GET, POST'],
    ['a query that nobody knows', 'GET', '/box?colour=red', undefined, 400, 'colour'],
    ['an id said twice', 'GET', '/box?id=1&id=2', undefined, 400, 'id'],
    ['a field that nobody knows', 'POST', '/box', '{"size":1,"colour":"red"}', 400, 'colour'],
    ['a body where none is taken', 'POST', '/box/probe', '{"force":true}', 400, 'takes no body'],
    ['a prototype', 'POST', '/box', '{"size":1,"__proto__":{"size":2}}', 400, '__proto__'],
    ['an id that is a path', 'GET', '/box/..%2f..%2fetc', undefined, 400, 'id'],
    ['an id that cannot be decoded', 'GET', '/box/%ff', undefined, 400, 'encoded'],
    ['a fault inside', 'GET', '/broken', undefined, 500, 'internal error'],
  ])('%s', async (_, method, path, body, status, words) => {
    const answer = await call(method, path, body)
    expect(answer).toMatchObject({
      status,
      body: {
        error: { message: expect.stringContaining(words) as string, type: expect.stringMatching(/Error$/) as string },
      },
    })
    expect(JSON.stringify(answer)).not.toContain('secret')
  })
})

describe('who may not call an operation', () => {
  it.each([
    ['a body that is not right', 'POST', '/box', '{"colour":"red"}', 403],
    ['an action that there is not', 'POST', '/box/1', '{"action":"burn"}', 403],
    ['an id that is a path', 'POST', '/box/..%2fetc', '{"action":"open"}', 403],
    ['a method that there is not', 'DELETE', '/box', undefined, 405],
    ['what everybody may, wrongly', 'GET', '/box?colour=red', undefined, 400],
  ])('hears of that before anything else: %s', async (_, method, path, body, status) => {
    const headers = { 'content-type': 'application/json', 'x-may': 'viewer' }
    const response = await fetch(base() + path, { method, headers, ...(body === undefined ? {} : { body }) })
    expect(response.status).toBe(status)
  })
})

describe('the client', () => {
  const client = createClient(boxes, async ({ method, path, body }) => call(method, path, body))

  it('speaks in numbers and gets numbers', async () => {
    expect(await client.boxCreate({ body: { size: 4 } })).toEqual({ id: 'new', size: 8, by: 'create' })
    expect(await client.boxView({ params: { name: 'a b/c?d' } })).toMatchObject({ by: 'name' })
    expect(await client.boxView({ params: { id: '5' } })).toMatchObject({ id: '5' })
    expect(await client.boxList()).toEqual({ total: 2 })
  })

  it('throws what the server said', async () => {
    await expect(client.boxBroken()).rejects.toThrow(ApiError)
    await expect(client.boxBroken()).rejects.toMatchObject({ status: 500, type: 'InternalError' })
  })

  it('says so when the answer is not what the operation promises', async () => {
    const other = createClient(boxes, async () => ({ status: 200, body: { total: 'many' } }))
    await expect(other.boxList()).rejects.toMatchObject({
      status: 502,
      type: 'UnexpectedAnswerError',
      message: expect.stringContaining('total') as string,
    })
  })

  it('sends nothing that the operation would not take', async () => {
    await expect(client.boxOpen({ params: { id: '../x' }, body: { action: 'open' } })).rejects.toThrow()
  })
})
