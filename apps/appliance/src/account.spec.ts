import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadAccount } from './account.ts'
import { temporaryDirectory } from './testing/appliance-process.ts'

let place: ReturnType<typeof temporaryDirectory>
beforeEach(() => {
  place = temporaryDirectory()
})
afterEach(() => place.remove())

describe('the account of an appliance', () => {
  it('generates a password once, keeps only its hash, and knows it again', async () => {
    const first = await loadAccount(place.dir)
    expect(first.generated).toMatch(/^\S{20}$/)
    const path = join(place.dir, 'account.json')
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readFileSync(path, 'utf8')).not.toContain(first.generated)

    const second = await loadAccount(place.dir)
    expect(second.generated).toBeUndefined()
    expect(await second.account.verify('vsnap', 'guess')).toBe(false)
    expect(await second.account.verify('vsnap', first.generated ?? '')).toBe(true)
    // Once proved, another way decides; it has to decide alike.
    expect(await second.account.verify('vsnap', first.generated ?? '')).toBe(true)
    expect(await second.account.verify('vsnap', 'guess')).toBe(false)
    expect(await second.account.verify('root', first.generated ?? '')).toBe(false)
  })

  it('takes the account that it is given, and keeps it', async () => {
    await loadAccount(place.dir)
    const given = await loadAccount(place.dir, { user: 'vsuser', password: 'a:b ü' })
    expect(given.generated).toBeUndefined()
    expect(await given.account.verify('vsuser', 'a:b ü')).toBe(true)
    const later = await loadAccount(place.dir)
    expect(later.account.user).toBe('vsuser')
    expect(await later.account.verify('vsuser', 'a:b ü')).toBe(true)
  })

  it('generates a new password for another user', async () => {
    await loadAccount(place.dir, { user: 'one', password: 'secret' })
    const other = await loadAccount(place.dir, { user: 'two' })
    expect(other.generated).toBeDefined()
    expect(await other.account.verify('two', 'secret')).toBe(false)
  })

  it.each([
    ['a user with a colon', { user: 'a:b' }, /colon/],
    ['an empty user', { user: '' }, /empty/],
    ['an empty password', { password: '' }, /empty/],
  ])('refuses %s', async (_, given, words) => {
    await expect(loadAccount(place.dir, given)).rejects.toThrow(words)
  })

  it('says so when the file is broken, and does not replace it', async () => {
    const path = join(place.dir, 'account.json')
    writeFileSync(path, '{"user":')
    await expect(loadAccount(place.dir)).rejects.toThrow(/account\.json cannot be read/)
    expect(readFileSync(path, 'utf8')).toBe('{"user":')
  })
})
