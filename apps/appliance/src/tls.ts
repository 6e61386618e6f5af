// The x509 library's decorators need this before it is loaded.
import 'reflect-metadata'
import { createPrivateKey, randomBytes, webcrypto, X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'
import { hostname } from 'node:os'
import { join } from 'node:path'
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
  type JsonGeneralName,
} from '@peculiar/x509'
import { readIfThere, writePrivateFile } from './private-file.ts'

/** What the HTTPS server shows and proves. `fingerprint` is the certificate's SHA-256, as `AA:BB:…`. */
export interface ServerCertificate {
  readonly key: string
  readonly cert: string
  readonly fingerprint: string
}

const keyFile = 'tls-key.pem'
const certificateFile = 'tls-cert.pem'
const years = 10

/**
 * The appliance's self-signed certificate: made once, then kept in `dir` (the key with mode 0600), so that a console
 * that has pinned it recognises the appliance after a restart. To get another one, delete both files.
 * @param host the address that is listened on; it becomes one of the certificate's names.
 * @throws Error when what is in `dir` is not a certificate with its key.
 */
export async function serverCertificate(dir: string, host = '127.0.0.1'): Promise<ServerCertificate> {
  const [keyPath, certificatePath] = [join(dir, keyFile), join(dir, certificateFile)]
  const [key, cert] = [readIfThere(keyPath), readIfThere(certificatePath)]
  if (key !== undefined && cert !== undefined) return checked(key, cert, dir)
  const made = await selfSigned([...new Set(['localhost', '127.0.0.1', '::1', hostname(), host])].filter(isNameable))
  // The certificate comes last: while it is missing, nobody has seen the key, and both are made anew.
  writePrivateFile(keyPath, made.key)
  writePrivateFile(certificatePath, made.cert, 0o644)
  return checked(made.key, made.cert, dir)
}

function checked(key: string, cert: string, dir: string): ServerCertificate {
  try {
    const certificate = new X509Certificate(cert)
    if (certificate.checkPrivateKey(createPrivateKey(key)))
      return { key, cert, fingerprint: certificate.fingerprint256 }
  } catch (cause) {
    throw new Error(
      `${keyFile} or ${certificateFile} in ${dir} cannot be read. Restore them, or delete both to get a new certificate.`,
      { cause },
    )
  }
  throw new Error(
    `${keyFile} in ${dir} is not the key of ${certificateFile}. Restore them, or delete both to get a new certificate.`,
  )
}

/** Addresses that stand for every interface are nobody's name. */
function isNameable(name: string): boolean {
  return (
    name !== '0.0.0.0' && name !== '::' && (isIP(name) > 0 || /^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(name))
  )
}

async function selfSigned(names: readonly string[]): Promise<{ key: string; cert: string }> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const now = new Date()
  // A client's clock may be a little behind.
  const notBefore = new Date(now.getTime() - 24 * 3_600_000)
  const notAfter = new Date(now)
  notAfter.setUTCFullYear(now.getUTCFullYear() + years)
  const certificate = await X509CertificateGenerator.createSelfSigned(
    {
      // It starts with a digit under 8, since a serial is positive.
      serialNumber: `4${randomBytes(16).toString('hex').slice(1)}`,
      name: [{ CN: [hostname()] }, { O: ['vSnap appliance'] }],
      notBefore,
      notAfter,
      signingAlgorithm: algorithm,
      keys,
      extensions: [
        new BasicConstraintsExtension(false, undefined, true),
        new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
        new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
        new SubjectAlternativeNameExtension(
          names.map((name): JsonGeneralName => ({ type: isIP(name) > 0 ? 'ip' : 'dns', value: name })),
        ),
      ],
    },
    webcrypto as Crypto,
  )
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)
  return { key: `${PemConverter.encode(pkcs8, 'PRIVATE KEY')}\n`, cert: `${certificate.toString('pem')}\n` }
}
