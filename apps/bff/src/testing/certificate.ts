import 'reflect-metadata'
import * as x509 from '@peculiar/x509'
import { X509Certificate } from 'node:crypto'

/** A certificate as a TLS server takes it. */
export interface TestCertificate {
  readonly key: string
  readonly cert: string
  /** SHA-256, `AB:CD:…` */
  readonly fingerprint: string
}

/** A CA of its own, and the certificate that it gives to 127.0.0.1; or, without `ca`, a self-signed one. */
export async function makeCertificate(
  name: string,
  { ca = false } = {},
): Promise<TestCertificate & { authority: string }> {
  const own = await keys()
  const authority = ca ? await keys() : own
  const common = {
    notBefore: new Date(Date.now() - 86_400_000),
    notAfter: new Date(Date.now() + 86_400_000),
    signingAlgorithm: algorithm,
  }
  const root = ca
    ? await x509.X509CertificateGenerator.createSelfSigned({
        ...common,
        name: `CN=${name} CA`,
        keys: authority,
        extensions: [new x509.BasicConstraintsExtension(true, 1, true)],
      })
    : null
  const certificate = await x509.X509CertificateGenerator.create({
    ...common,
    subject: `CN=${name}`,
    issuer: root ? root.subject : `CN=${name}`,
    publicKey: own.publicKey,
    signingKey: authority.privateKey,
    extensions: [
      new x509.SubjectAlternativeNameExtension([
        { type: 'dns', value: 'localhost' },
        { type: 'ip', value: '127.0.0.1' },
      ]),
    ],
  })
  const cert = certificate.toString('pem')
  const key = x509.PemConverter.encode(await crypto.subtle.exportKey('pkcs8', own.privateKey), 'PRIVATE KEY')
  return {
    key,
    cert,
    fingerprint: new X509Certificate(cert).fingerprint256,
    authority: (root ?? certificate).toString('pem'),
  }
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const keys = () => crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
