import { useConsoleOperation } from '../../api/operations.ts'
import { DialogForm } from '../../components/form/DialogForm.tsx'
import { toast } from '../../components/toasts.tsx'
import { CopyId } from '../../ui/CopyId.tsx'
import { said } from '../../ui/isolated.ts'
import type { Appliance } from '@vsnap/console-api/appliance.ts'
import { CertificateFacts } from './CertificateFacts.tsx'

/** Another certificate than the pinned one is shown under the address: compare, and trust it. */
export function TrustCertificate({ appliance, onClose }: { appliance: Appliance; onClose: () => void }) {
  const update = useConsoleOperation('applianceUpdate')
  const { certificate } = appliance
  return (
    <DialogForm
      title={said`Trust the new certificate of ${appliance.name}?`}
      description="The appliance was installed again, or somebody else answers under its address. Compare the fingerprint with the one shown on the appliance before you trust it: its user name and password are sent to whoever holds this certificate."
      submit="Trust"
      isDanger
      isBusy={update.isPending}
      isDisabled={!certificate}
      error={update.error}
      onClose={onClose}
      onSubmit={async () => {
        if (!certificate) return
        try {
          await update.mutateAsync({ params: { id: appliance.id }, body: { fingerprint: certificate.fingerprint } })
        } catch {
          return // the dialog shows it
        }
        toast({ title: said`The new certificate of ${appliance.name} is trusted` })
        onClose()
      }}
    >
      {certificate ? (
        <CertificateFacts certificate={certificate} />
      ) : (
        <p>The appliance does not show a certificate now.</p>
      )}
      {appliance.fingerprint && (
        <div>
          <h2 className="vs-label">Trusted until now</h2>
          <CopyId value={appliance.fingerprint} what="old fingerprint" whole />
        </div>
      )}
    </DialogForm>
  )
}
