import { CopyId } from '../../ui/CopyId.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { dayOf } from '../../ui/time.ts'
import { useNow } from '../../ui/use-now.ts'
import type { Certificate } from '@vsnap/console-api/appliance.ts'

/** A certificate as a person compares it. */
export function CertificateFacts({ certificate }: { certificate: Certificate }) {
  const problem = useNow((now) =>
    certificate.valid_to < now ? ': it has expired' : certificate.valid_from > now ? ': not valid yet' : '',
  )
  return (
    <Facts
      columns={1}
      items={{
        'SHA-256': <CopyId value={certificate.fingerprint} what="fingerprint" whole />,
        Subject: <span className="vs-break">{certificate.subject}</span>,
        Issuer: (
          <span className="vs-break">
            {certificate.issuer === certificate.subject ? 'itself (self-signed)' : certificate.issuer}
          </span>
        ),
        Valid: `${dayOf(certificate.valid_from)} to ${dayOf(certificate.valid_to)}${problem}`,
      }}
    />
  )
}
