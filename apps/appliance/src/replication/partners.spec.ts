import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { testAccount } from '../testing/appliance-process.ts'
import { forwarderTo } from '../testing/forwarder.ts'
import { basic } from '../testing/https-calls.ts'
import { partnersWith, sessionEnd, Site } from '../testing/pair.ts'

const [near, far] = [new Site(), new Site()]

beforeAll(() => Promise.all([near.begin(), far.begin()]))
afterAll(() => Promise.all([near.end(), far.end()]))
afterEach(async () => {
  for (const { id } of (await near.call.partnerList()).partners) await near.call.partnerDelete({ params: { id } })
})

const wish = (further: object = {}) => ({
  body: {
    remote_addr: '127.0.0.1',
    remote_user: testAccount.user,
    remote_pass: testAccount.password,
    remote_api_port: far.port,
    ...further,
  },
})

/** That neither side knows of a partnership. */
async function expectNothing(): Promise<void> {
  for (const site of [near, far]) expect(await site.call.partnerList()).toEqual({ partners: [], total: 0 })
}

describe('adding a partner', () => {
  it('makes both sides know each other, under the ids of their systems', async () => {
    const partner = await near.call.partnerCreate(wish({ local_addr: '127.0.0.1', local_api_port: near.port }))
    expect(partner.id).toBe((await far.call.systemView()).id)
    const [other] = (await far.call.partnerList()).partners
    expect(other).toMatchObject({ id: (await near.call.systemView()).id, address: '127.0.0.1', api_port: near.port })
  })

  it('takes what can be seen when the own address is not given', async () => {
    await near.call.partnerCreate(wish({ local_addr: null, local_api_port: null }))
    expect((await far.call.partnerList()).partners).toMatchObject([
      { address: '127.0.0.1', api_port: near.port, ssh_port: 22 },
    ])
  })

  it.each([
    ['a wrong password', { remote_pass: 'guess' }, 400, 'PartnerCredentialsError', /refuses the user or the password/],
    ['a wrong user', { remote_user: 'root' }, 400, 'PartnerCredentialsError', /refuses/],
    ['nobody there', { remote_api_port: 1 }, 409, 'PartnerUnreachableError', /nothing listens/],
    ['a way back that does not work', { local_api_port: 1 }, 409, 'PartnerUnreachableError', /local_addr/],
    ['an address with a protocol', { remote_addr: 'https://127.0.0.1' }, 400, 'InvalidParameterError', /no https/],
    ['a port that is none', { remote_api_port: 70_000 }, 400, 'InvalidParameterError', /65535/],
  ])('refuses %s, and leaves nothing', async (_, further, status, type, message) => {
    await expect(near.call.partnerCreate(wish(further))).rejects.toMatchObject({
      status,
      type,
      message: expect.stringMatching(message) as string,
    })
    await expectNothing()
  })

  it('refuses itself', async () => {
    const wanted = near.call.partnerCreate(wish({ remote_api_port: near.port }))
    await expect(wanted).rejects.toMatchObject({ status: 400, type: 'InvalidParameterError' })
    await expectNothing()
  })

  it('refuses a way back that leads to another system', async () => {
    const wanted = near.call.partnerCreate(wish({ local_api_port: far.port }))
    await expect(wanted).rejects.toMatchObject({ status: 409, message: expect.stringMatching(/way back/) as string })
    await expectNothing()
  })

  it('refuses the same system twice, from either side and by another name', async () => {
    await near.call.partnerCreate(wish())
    for (const again of [
      () => near.call.partnerCreate(wish()),
      () => near.call.partnerCreate(wish({ remote_addr: 'localhost' })),
      () => far.call.partnerCreate(wish({ remote_api_port: near.port })),
    ]) {
      await expect(again()).rejects.toMatchObject({ status: 409, type: 'AlreadyExistsError' })
    }
    expect((await near.call.partnerList()).total).toBe(1)
  })

  it('keeps no password, and its secrets only encrypted', async () => {
    await near.call.partnerCreate(wish())
    for (const { dir } of [near, far]) {
      expect(statSync(join(dir, 'secret.key')).mode & 0o777).toBe(0o600)
      for (const file of readdirSync(dir)) {
        const bytes = readFileSync(join(dir, file))
        expect(bytes.includes(testAccount.password), file).toBe(false)
      }
    }
    const { text } = await near.caller.send({ path: '/api/partner' })
    expect(text).not.toMatch(/secret|pass|proof/)
  })
})

describe('a partner that has moved', () => {
  it('is found again when it is added again, with its relationships', async () => {
    const old = await forwarderTo(far.port)
    const partner_id = await partnersWith(near, far, old.port)
    const volume = await near.call.volumeCreate({ body: { name: 'moved', volume_type: 'filesystem', pool_id: '1' } })
    const { id } = await near.call.relationshipCreate({ params: { id: volume.id }, body: { partner_id } })
    await expect(partnersWith(near, far)).rejects.toMatchObject({ type: 'AlreadyExistsError' })
    await old.close()
    expect(await partnersWith(near, far)).toBe(partner_id)
    expect(await near.call.partnerView({ params: { id: partner_id } })).toMatchObject({ api_port: far.port })
    const session = await near.call.sessionStart({ params: { id }, body: {} })
    expect(await sessionEnd(near.call, session.id)).toMatchObject({ status: 'COMPLETED' })
    await near.call.relationshipDelete({ params: { id } })
    await near.call.volumeDelete({ params: { id: volume.id } })
  })
})

describe('removing a partner', () => {
  it('ends it on both sides', async () => {
    const id = await partnersWith(near, far)
    expect(await near.call.partnerDelete({ params: { id } })).toEqual({})
    await expectNothing()
  })

  it('is refused while volumes replicate with it, and names them', async () => {
    const id = await partnersWith(near, far)
    const volume = await near.call.volumeCreate({ body: { name: 'kept', volume_type: 'filesystem', pool_id: '1' } })
    const relationship = await near.call.relationshipCreate({ params: { id: volume.id }, body: { partner_id: id } })
    await expect(near.call.partnerDelete({ params: { id } })).rejects.toMatchObject({
      status: 409,
      type: 'InUseError',
      message: expect.stringContaining(`kept (${relationship.id})`) as string,
    })
    await near.call.relationshipDelete({ params: { id: relationship.id } })
    await near.call.volumeDelete({ params: { id: volume.id } })
  })

  it('goes on without a partner that has died, relationships and all', async () => {
    const id = await partnersWith(near, far)
    const volume = await near.call.volumeCreate({ body: { name: 'left', volume_type: 'filesystem', pool_id: '1' } })
    const relationship = await near.call.relationshipCreate({ params: { id: volume.id }, body: { partner_id: id } })
    await far.kill()
    expect(await near.call.partnerDelete({ params: { id } })).toEqual({})
    expect((await near.call.relationshipList()).total).toBe(0)
    await far.start()
    await expect(far.call.relationshipDelete({ params: { id: relationship.id } })).rejects.toMatchObject({
      type: 'PartnerCredentialsError',
      message: expect.stringMatching(/does not know this system.*or remove it/) as string,
    })
    // The other side finds out when it removes its own part.
    for (const partner of (await far.call.partnerList()).partners) {
      expect(await far.call.partnerDelete({ params: { id: partner.id } })).toEqual({})
    }
    await far.call.volumeDelete({ params: { id: (await far.call.volumeView({ params: { name: 'left' } })).id } })
    await near.call.volumeDelete({ params: { id: volume.id } })
    await expectNothing()
  })

  it('can be taken back: a replica of which only the partner still knows is taken up again', async () => {
    const partner_id = await partnersWith(near, far)
    const volume = await near.call.volumeCreate({ body: { name: 'back', volume_type: 'filesystem', pool_id: '1' } })
    const params = { id: volume.id }
    const old = await near.call.relationshipCreate({ params, body: { partner_id } })
    await far.kill()
    await near.call.partnerDelete({ params: { id: partner_id } })
    await far.start()
    await partnersWith(near, far)
    const { id, remote_vol_id } = await near.call.relationshipCreate({ params, body: { partner_id, reuse: true } })
    expect(remote_vol_id).toBe(old.remote_vol_id)
    expect((await far.call.relationshipList()).relationships).toMatchObject([{ id, local_vol_id: remote_vol_id }])
    const session = await near.call.sessionStart({ params: { id }, body: {} })
    expect(await sessionEnd(near.call, session.id)).toMatchObject({ status: 'COMPLETED' })
    await near.call.relationshipDelete({ params: { id } })
    await near.call.volumeDelete({ params })
  })
})

describe('a partner’s certificate', () => {
  it('is pinned; a changed one fails the session and says so, until the partner is added again', async () => {
    const partner_id = await partnersWith(near, far)
    const volume = await near.call.volumeCreate({ body: { name: 'pinned', volume_type: 'filesystem', pool_id: '1' } })
    const { id } = await near.call.relationshipCreate({ params: { id: volume.id }, body: { partner_id } })
    await far.kill()
    for (const file of ['tls-cert.pem', 'tls-key.pem']) rmSync(join(far.dir, file))
    await far.start()
    const start = async () => {
      const session = await near.call.sessionStart({ params: { id }, body: {} })
      return sessionEnd(near.call, session.id)
    }
    expect(await start()).toMatchObject({
      status: 'FAILED',
      message: expect.stringMatching(/another certificate/) as string,
    })
    await expect(near.call.relationshipDelete({ params: { id } })).rejects.toMatchObject({
      type: 'PartnerCertificateError',
      message: expect.stringMatching(/was not deleted/) as string,
    })
    expect(await partnersWith(near, far)).toBe(partner_id)
    expect(await start()).toMatchObject({ status: 'COMPLETED' })
    await near.call.relationshipDelete({ params: { id } })
    await near.call.volumeDelete({ params: { id: volume.id } })
  })
})

describe('what partners call', () => {
  it('is for partners only', async () => {
    await partnersWith(near, far)
    const { id: nearId } = await near.call.systemView()
    for (const authorization of [
      '',
      basic(testAccount.user, testAccount.password),
      basic(nearId, 'guess'),
      basic(nearId, ''),
      basic('', ''),
    ]) {
      for (const path of ['/peer/partner', '/peer/relationship/1', '/peer/nothing']) {
        const { status, json } = await far.caller.send({ path, headers: { authorization } })
        expect(status, `${authorization} ${path}`).toBe(401)
        expect(json).toMatchObject({ error: { type: 'InvalidCredentialsError' } })
      }
    }
    const join = { method: 'POST', path: '/peer/partner', body: '{}' }
    expect((await far.caller.send({ ...join, headers: { authorization: basic(nearId, 'guess') } })).status).toBe(401)
    // With the account of the system one may ask, but has to ask properly.
    expect(await far.caller.send(join)).toMatchObject({
      status: 400,
      json: { error: { type: 'InvalidParameterError' } },
    })
  })
})
