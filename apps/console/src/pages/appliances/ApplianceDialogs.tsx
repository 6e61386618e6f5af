import { useConsoleOperation } from '../../api/operations.ts'
import { ConfirmDelete } from '../../components/ConfirmDelete.tsx'
import { toast } from '../../components/toasts.tsx'
import type { useDialog } from '../../components/use-dialog.ts'
import { paths } from '../../paths.ts'
import type { Appliance } from '@vsnap/console-api/appliance.ts'
import { useNavigate } from 'react-router'
import { DescribeAppliance } from './appliance-describe.tsx'
import { EditAppliance } from './appliance-edit.tsx'
import { SetMaintenance } from './appliance-maintain.tsx'
import { TrustCertificate } from './appliance-trust.tsx'
import { words } from './dialog-words.ts'

/** The dialog that the URL names, for one appliance. */
export default function ApplianceDialogs({
  appliance,
  dialog,
}: {
  appliance: Appliance | undefined
  dialog: ReturnType<typeof useDialog>
}) {
  if (!appliance) return null
  if (dialog.name === 'edit') return <EditAppliance appliance={appliance} onClose={dialog.close} />
  if (dialog.name === 'trust') return <TrustCertificate appliance={appliance} onClose={dialog.close} />
  if (dialog.name === 'describe') return <DescribeAppliance appliance={appliance} onClose={dialog.close} />
  if (dialog.name === 'maintain') return <SetMaintenance appliance={appliance} onClose={dialog.close} />
  if (dialog.name === 'remove') return <RemoveAppliance appliance={appliance} onClose={dialog.close} />
  return null
}

function RemoveAppliance({ appliance, onClose }: { appliance: Appliance; onClose: () => void }) {
  const remove = useConsoleOperation('applianceDelete')
  const navigate = useNavigate()
  return (
    <ConfirmDelete
      what="appliance"
      name={appliance.name}
      consequences={[words.remove.consequence]}
      note={words.remove.note}
      isBusy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onConfirm={async () => {
        await remove.mutateAsync({ params: { id: appliance.id } })
        toast({ title: words.remove.done(appliance.name) })
        await navigate(paths.appliances(), { replace: true })
      }}
    />
  )
}
