import { afterAll, beforeAll, expect, it } from 'vitest'
import { Site } from '../testing/pair.ts'

const appliance = new Site(10)
const GiB = 1024 ** 3
const made = { pool: '', filesystem: '', lun: '' }
let spares: string[] = []

beforeAll(async () => {
  await appliance.start()
  const { call } = appliance
  await call.systemInit({ body: { action: 'init', skip_pool: true } })
  const uuids = (await call.diskList({ query: { used_as: 'unused' } })).disks.map(({ uuid }) => uuid)
  spares = uuids.slice(5, 6)
  const { id } = await call.poolCreate({ body: { name: 'p', pool_type: 'raid6', disk_list: uuids.slice(0, 5) } })
  await call.poolAddSpare({ params: { id }, body: { action: 'addspare', disk_list: spares } })
  const lun = await call.volumeCreate({ body: { name: 'lun', volume_type: 'lun', pool_id: id, size_total: GiB } })
  const fs = await call.volumeCreate({ body: { name: 'fs', volume_type: 'filesystem', pool_id: id } })
  Object.assign(made, { pool: id, filesystem: fs.id, lun: lun.id })
})
afterAll(() => appliance.end())

/** A call as any program makes it; what came of it. */
async function ask(method: string, path: string, body?: unknown) {
  const text = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }
  const { status, json } = await appliance.caller.send({ method, path: `/api${path}`, ...text })
  const { error, ...answer } = json as { error?: { type: string; message: string } }
  return { status, ...error, ...answer }
}

it('one path is a file or a folder, whichever comes first', async () => {
  const file = (name: string, parent_path: string) =>
    ask('POST', '/volume', { name, volume_type: 'filebackedlun', parent_id: made.filesystem, parent_path })
  expect(await file('f1', 'my_files/file1.img')).toMatchObject({ status: 200 })
  const taken = { status: 409, type: 'AlreadyExistsError', field: 'parent_path' }
  for (const path of ['my_files', 'my_files/file1.img', 'my_files/file1.img/deeper'])
    expect(await file('f2', path), path).toMatchObject(taken)
  expect(await file('f2', 'my_files/file2.img')).toMatchObject({ status: 200 })
})

it('ids and sizes are taken as text or as numbers, and what is refused of a size is true', async () => {
  const lun = (name: string, size_total?: unknown, pool_id: unknown = Number(made.pool)) =>
    ask('POST', '/volume', { name, volume_type: 'lun', pool_id, size_total })
  expect(await lun('l1', GiB)).toMatchObject({ status: 200, pool_id: made.pool, size_total: String(GiB) })
  const refused = (message: string) => ({ status: 400, type: 'InvalidParameterError', message })
  expect(await lun('l2')).toMatchObject(refused('size_total: expected a whole number'))
  expect(await lun('l2', 'much')).toMatchObject(refused('size_total: expected a whole number'))
  expect(await lun('l2', '1.5')).toMatchObject(refused('size_total: expected a whole number'))
  expect(await lun('l2', '-1')).toMatchObject(refused('size_total: expected a number that is not negative'))
  for (const size of ['99999999999999872', 99999999999999872])
    expect(await lun('l2', size)).toMatchObject(refused('size_total: expected at most 9007199254740991 (2^53 - 1)'))
  for (const id of [1.5, -1, '', '../1', null])
    expect(await lun('l2', GiB, id)).toMatchObject(refused('pool_id: expected an id'))
})

it('an initiator in other letters is the same one, and stays as it was given', async () => {
  const [iqn, loud] = ['iqn.1988-12.com.oracle:devoracle47', 'IQN.1988-12.com.oracle:DevOracle47']
  expect(await ask('POST', '/host', { name: 'h1', iqns: [loud] })).toMatchObject({ status: 200, iqns: [loud] })
  expect(await ask('POST', '/host', { name: 'h2', iqns: [iqn] })).toMatchObject({ status: 409 })
  expect(await ask('POST', '/host', { name: 'h2', iqns: [`${iqn}x`, `${loud}X`] })).toMatchObject({ status: 400 })
})

it('disks are asked for by a use that there is, and given back once', async () => {
  expect(await ask('GET', '/disk?used_as=spare')).toMatchObject({ status: 200, total: 1 })
  expect(await ask('GET', '/disk?used_as=foo')).toMatchObject({ status: 400, type: 'InvalidParameterError' })
  const twice = { action: 'removespare', disk_list: [...spares, ...spares] }
  expect(await ask('POST', `/pool/${made.pool}`, twice)).toMatchObject({ status: 400, type: 'InvalidCandidateError' })
})

it('a lun has no share to be made, changed or deleted, and each says so', async () => {
  for (const method of ['POST', 'PUT', 'DELETE'])
    expect(
      await ask(method, `/volume/${made.lun}/share`, method === 'DELETE' ? undefined : { share_type: 'nfs' }),
      method,
    ).toMatchObject({
      status: 409,
      type: 'NotApplicableError',
      message: expect.stringContaining('lun is a lun') as string,
    })
  expect(await ask('DELETE', `/volume/${made.filesystem}/share`)).toMatchObject({ status: 404, type: 'NotFoundError' })
})
