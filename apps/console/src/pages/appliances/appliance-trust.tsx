import { useConsoleOperation } from '../../api/operations.ts'
import { DialogForm } from '../../components/form/DialogForm.tsx'
import { toast } from '../../components/toasts.tsx'
import { CopyId } from '../../ui/CopyId.tsx'
import type { Appliance } from '@vsnap/console-api/appliance.ts'
import { CertificateFacts } from './CertificateFacts.tsx'
import { words } from './dialog-words.ts'

const { trust } = words

/** Another certificate than the pinned one is shown under the address: compare, and trust it. */
export function TrustCertificate({ appliance, onClose }: { appliance: Appliance; onClose: () => void }) {
  const update = useConsoleOperation('applianceUpdate')
  const { certificate } = appliance
  return (
    <DialogForm
      title={trust.title(appliance.name)}
      description={trust.text}
      submit={trust.submit}
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
        toast({ title: trust.done(appliance.name) })
        onClose()
      }}
    >
      {certificate ? <CertificateFacts certificate={certificate} /> : <p>{trust.noCertificate}</p>}
      {appliance.fingerprint && (
        <div>
          <h2 className="vs-label">{trust.untilNow}</h2>
          <CopyId value={appliance.fingerprint} what="old fingerprint" whole />
        </div>
      )}
    </DialogForm>
  )
}
