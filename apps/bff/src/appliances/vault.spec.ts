import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createVault, secretKey } from './vault.ts'

const data = mkdtempSync(join(tmpdir(), 'vsnap-vault-'))
const file = join(data, 'secret.key')
afterAll(() => rmSync(data, { recursive: true }))

test('the key is made once, and is for its owner alone', () => {
  const key = secretKey(data, undefined)
  expect(key).toHaveLength(32)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(secretKey(data, undefined)).toEqual(key)
})

test('a key that others can read, or that is none, is refused with what to do', () => {
  chmodSync(file, 0o640)
  expect(() => secretKey(data, undefined)).toThrow(/chmod 600/)
  chmodSync(file, 0o600)
  const before = readFileSync(file)
  writeFileSync(file, '')
  expect(() => secretKey(data, undefined)).toThrow(/Restore it/)
  writeFileSync(file, before)
})

test('a key from the environment', () => {
  expect(secretKey(data, 'ab'.repeat(32))).toEqual(Buffer.alloc(32, 0xab))
  expect(secretKey(data, 'a long passphrase')).toEqual(secretKey(data, 'a long passphrase'))
  expect(() => secretKey(data, 'short')).toThrow(/at least 16 characters/)
})

test('what is sealed opens with the same key for the same owner only', () => {
  const vault = createVault(secretKey(data, undefined))
  const sealed = vault.seal('pässword', 'a')
  expect(sealed).not.toContain('pässword')
  expect(vault.seal('pässword', 'a')).not.toBe(sealed)
  expect(vault.open(sealed, 'a')).toBe('pässword')
  expect(() => vault.open(sealed, 'b')).toThrow()
  expect(() => createVault(Buffer.alloc(32)).open(sealed, 'a')).toThrow()
  const [version, nonce, text, tag] = sealed.split('.')
  expect(() => vault.open([version, nonce, `A${text?.slice(1)}`, tag].join('.'), 'a')).toThrow()
  expect(() => vault.open([version, nonce, text, tag?.slice(0, 8)].join('.'), 'a')).toThrow()
})
