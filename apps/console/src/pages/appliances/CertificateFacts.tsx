import { CopyId } from '../../ui/CopyId.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { dayOf } from '../../ui/time.ts'
import { useNow } from '../../ui/use-now.ts'
import type { Certificate } from '@vsnap/console-api/appliance.ts'
import { words } from './words.ts'

/** A certificate as a person compares it. */
export function CertificateFacts({ certificate }: { certificate: Certificate }) {
  const { valid_from: from, valid_to: to } = certificate
  const validity = useNow((now) => (to < now ? 'expired' : from > now ? 'notYet' : 'now'))
  return (
    <Facts
      columns={1}
      items={{
        [words.certificate.fingerprint]: <CopyId value={certificate.fingerprint} what="fingerprint" whole />,
        [words.certificate.subject]: <span className="vs-break">{certificate.subject}</span>,
        [words.certificate.issuer]: (
          <span className="vs-break">
            {certificate.issuer === certificate.subject ? words.certificate.selfSigned : certificate.issuer}
          </span>
        ),
        [words.certificate.valid]: words.certificate.validity[validity](dayOf(from), dayOf(to)),
      }}
    />
  )
}
