import { said } from '../../ui/isolated.ts'
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
      consequences={['its address, user name, password and certificate in this console']}
      note="The appliance itself keeps everything: pools, volumes, snapshots, shares. It can be added again."
      isBusy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onConfirm={async () => {
        await remove.mutateAsync({ params: { id: appliance.id } })
        toast({ title: said`Appliance ${appliance.name} removed` })
        await navigate(paths.appliances(), { replace: true })
      }}
    />
  )
}
