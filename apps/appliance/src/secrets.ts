import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { readIfThere, writePrivateFile } from './private-file.ts'

/** Keeps secrets that have to be read again: what is stored tells nobody anything who has not the key. */
export interface Secrets {
  /** `whose` binds it: opened for anything else it is refused. */
  seal(secret: string, whose: string): string
  /** @throws Error when it was sealed with another key, for another purpose, or has been changed. */
  open(sealed: string, whose: string): string
}

const keyFile = 'secret.key'
const keyLength = 32
const [ivLength, tagLength] = [12, 16]

/**
 * AES-256-GCM with a key of its own, made once and kept in `dir` (mode 0600).
 * @throws Error when what is in `dir` is no key.
 */
export function secretsIn(dir: string): Secrets {
  const path = join(dir, keyFile)
  const kept = readIfThere(path)
  const key = kept === undefined ? randomBytes(keyLength) : Buffer.from(kept, 'base64')
  if (key.length !== keyLength)
    throw new Error(`${path} is not a key. Restore it, or the partners have to be added again.`)
  if (kept === undefined) writePrivateFile(path, `${key.toString('base64')}\n`)
  return {
    seal(secret, whose) {
      const iv = randomBytes(ivLength)
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(whose))
      const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64')
    },
    open(sealed, whose) {
      const bytes = Buffer.from(sealed, 'base64')
      const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivLength)).setAAD(Buffer.from(whose))
      cipher.setAuthTag(bytes.subarray(ivLength, ivLength + tagLength))
      return cipher.update(bytes.subarray(ivLength + tagLength), undefined, 'utf8') + cipher.final('utf8')
    },
  }
}
