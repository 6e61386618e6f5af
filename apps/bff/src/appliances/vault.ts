import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto'
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, statSync, unlinkSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** Encrypts what must not be readable in the database (AES-256-GCM). */
export interface Vault {
  /** `owner` is bound into the result: it opens for nobody else, so that two rows can't be swapped. */
  seal(secret: string, owner: string): string
  /** @throws Error when the key or the owner is another, or the text was changed */
  open(sealed: string, owner: string): string
}

const cipher = 'aes-256-gcm'

export function createVault(key: Buffer): Vault {
  return {
    seal(secret, owner) {
      const nonce = randomBytes(12)
      const sealing = createCipheriv(cipher, key, nonce, { authTagLength: 16 }).setAAD(Buffer.from(owner))
      const text = Buffer.concat([sealing.update(secret, 'utf8'), sealing.final()])
      return ['v1', nonce, text, sealing.getAuthTag()]
        .map((part) => (typeof part === 'string' ? part : part.toString('base64url')))
        .join('.')
    },
    open(sealed, owner) {
      const [version, nonce = '', text = '', tag = ''] = sealed.split('.')
      if (version !== 'v1') throw new Error('sealed in an unknown way')
      const opening = createDecipheriv(cipher, key, Buffer.from(nonce, 'base64url'), { authTagLength: 16 })
        .setAAD(Buffer.from(owner))
        .setAuthTag(Buffer.from(tag, 'base64url'))
      return Buffer.concat([opening.update(Buffer.from(text, 'base64url')), opening.final()]).toString('utf8')
    },
  }
}

/**
 * The key that seals the credentials: from `CONSOLE_SECRET_KEY` (64 hexadecimal digits, or a passphrase of at least 16
 * characters), else from `secret.key` in the data directory, made once, readable by the owner alone.
 * @throws Error that says what to do when the passphrase is too short or the file can be read by others
 */
export function secretKey(data: string, given: string | undefined): Buffer {
  if (given === undefined) return keyFile(join(data, 'secret.key'))
  if (/^[0-9a-f]{64}$/i.test(given)) return Buffer.from(given, 'hex')
  if (given.length < 16)
    throw new Error('CONSOLE_SECRET_KEY is too short: give 64 hexadecimal digits or at least 16 characters.')
  return scryptSync(given, 'vsnap-console credentials', 32)
}

function keyFile(file: string): Buffer {
  try {
    return readKey(file)
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error
  }
  // Written whole under another name first: a process that is killed here must not leave half a key.
  const draft = `${file}.${process.pid}`
  const handle = openSync(draft, 'wx', 0o600)
  writeSync(handle, `${randomBytes(32).toString('hex')}\n`)
  fsyncSync(handle)
  closeSync(handle)
  try {
    linkSync(draft, file)
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
  } finally {
    unlinkSync(draft)
  }
  return readKey(file)
}

function readKey(file: string): Buffer {
  const mode = statSync(file).mode & 0o077
  if (mode !== 0) throw new Error(`${file} can be read by others. Make it yours alone: chmod 600 ${file}`)
  const text = readFileSync(file, 'utf8').trim()
  if (!/^[0-9a-f]{64}$/i.test(text))
    throw new Error(`${file} is not a key. Restore it from a backup; without it the appliances' passwords are lost.`)
  return Buffer.from(text, 'hex')
}

const isCode = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code
