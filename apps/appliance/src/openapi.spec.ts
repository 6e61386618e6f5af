import { Validator } from '@seriousme/openapi-schema-validator'
import { vsnapApi } from '@vsnap/vsnap-api/api.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startAppliance, temporaryDirectory, type ApplianceProcess } from './testing/appliance-process.ts'
import { callerOf, type Caller } from './testing/https-calls.ts'

const place = temporaryDirectory()
let appliance: ApplianceProcess
let caller: Caller

beforeAll(async () => {
  appliance = await startAppliance(place.dir)
  caller = callerOf(appliance)
})
afterAll(async () => {
  caller?.close()
  await appliance?.kill()
  place.remove()
})

it('describes itself in valid OpenAPI 3.1, all 58 operations of it', async () => {
  const { status, json } = await caller.send({ path: '/api/openapi.json' })
  expect(status).toBe(200)
  const document = json as {
    openapi: string
    paths: Record<string, Record<string, { 'x-operations': { name: string }[] }>>
  }
  expect(document.openapi).toMatch(/^3\.1\./)
  const { valid, errors } = await new Validator().validate(document)
  expect(valid, JSON.stringify(errors)).toBe(true)
  const named = Object.values(document.paths)
    .flatMap((methods) => Object.values(methods))
    .flatMap((operation) => operation['x-operations'].map(({ name }) => name))
  expect(new Set(named)).toEqual(new Set(Object.keys(vsnapApi)))
})
