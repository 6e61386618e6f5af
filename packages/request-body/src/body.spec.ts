import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { toApiError } from '@vsnap/contract/error.ts'
import express, { type ErrorRequestHandler } from 'express'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { withRefusals, jsonBody } from './body.ts'

const app = express()
app.post('/json', jsonBody({ type: () => true }), (req, res) => void res.json({ body: req.body as unknown }))
app.post(
  '/bytes',
  withRefusals(express.raw({ type: () => true, limit: 2 * 1024 ** 2 })),
  (_req, res) => void res.json({}),
)
app.use(((error, _req, res, _next) => {
  const answer = toApiError(error)
  res.status(answer.status).json(answer)
}) satisfies ErrorRequestHandler)

const server = app.listen(0, '127.0.0.1')
beforeAll(async () => {
  if (!server.listening) await once(server, 'listening')
})
afterAll(() => server.close())

async function post(path: string, body: string, headers = {}): Promise<{ status: number; body: unknown }> {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`
  const response = await fetch(url, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  })
  return { status: response.status, body: await response.json() }
}

it('reads JSON, and an empty body as an empty object', async () => {
  expect(await post('/json', '{"size":1}')).toEqual({ status: 200, body: { body: { size: 1 } } })
  expect(await post('/json', '')).toEqual({ status: 200, body: { body: {} } })
})

const large = 'x'.repeat(3 * 1024 ** 2)
it.each([
  ['text that is no JSON', '/json', '{"size":', {}, 400, 'The body is not valid JSON.'],
  ['JSON that is no object', '/json', 'null', {}, 400, 'The body has to be a JSON object.'],
  ['a body that is too large', '/json', large, {}, 413, 'The body is larger than 1 MB.'],
  ['bytes that are too many', '/bytes', large, {}, 413, 'The body is larger than 2 MB.'],
  ['a compressed body', '/json', '{}', { 'content-encoding': 'gzip' }, 415, /content encoding/],
  ['another charset', '/json', '{}', { 'content-type': 'application/json; charset=latin1' }, 415, /UTF-8/],
])('refuses %s, in the guide’s shape', async (_, path, body, headers, status, words) => {
  expect(await post(path, body, headers)).toEqual({
    status,
    body: {
      error: {
        type: expect.stringMatching(/^[A-Z]\w+Error$/) as string,
        message: expect.stringMatching(words) as string,
      },
    },
  })
})
