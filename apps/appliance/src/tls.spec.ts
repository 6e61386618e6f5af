import { X509Certificate } from 'node:crypto'
import { rmSync, statSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { temporaryDirectory } from './testing/appliance-process.ts'
import { serverCertificate } from './tls.ts'

let place: ReturnType<typeof temporaryDirectory>
beforeEach(() => {
  place = temporaryDirectory()
})
afterEach(() => place.remove())

describe('the certificate of an appliance', () => {
  it('is made once and kept', async () => {
    const made = await serverCertificate(place.dir)
    expect(await serverCertificate(place.dir)).toEqual(made)
    expect(made.fingerprint).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/)
    expect(statSync(join(place.dir, 'tls-key.pem')).mode & 0o777).toBe(0o600)
  })

  it('names this machine, for ten years, with a P-256 key', async () => {
    const { cert } = await serverCertificate(place.dir, '192.0.2.7')
    const certificate = new X509Certificate(cert)
    for (const ip of ['127.0.0.1', '::1', '192.0.2.7']) expect(certificate.checkIP(ip), ip).toBeDefined()
    for (const name of ['localhost', hostname()]) expect(certificate.checkHost(name), name).toBeDefined()
    expect(certificate.publicKey.asymmetricKeyDetails).toEqual({ namedCurve: 'prime256v1' })
    const years = (Date.parse(certificate.validTo) - Date.now()) / (365.25 * 24 * 3_600_000)
    expect(years).toBeCloseTo(10, 1)
    expect(certificate.serialNumber).toMatch(/^4/)
  })

  it('is made anew, key and all, when it was never finished', async () => {
    const before = await serverCertificate(place.dir)
    rmSync(join(place.dir, 'tls-cert.pem'))
    expect((await serverCertificate(place.dir)).key).not.toBe(before.key)
  })

  it.each([
    ['that is no key', 'nonsense', /cannot be read/],
    ['of another certificate', undefined, /is not the key of/],
  ])('refuses a key %s', async (_, text, words) => {
    await serverCertificate(place.dir)
    const other = temporaryDirectory()
    const { key } = await serverCertificate(other.dir)
    other.remove()
    writeFileSync(join(place.dir, 'tls-key.pem'), text ?? key)
    await expect(serverCertificate(place.dir)).rejects.toThrow(words)
  })
})
