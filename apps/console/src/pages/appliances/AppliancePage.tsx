import { vsnapCall } from '../../api/calls.ts'
import { useRefusal } from '../../api/person.ts'
import { bff, refreshEvery } from '../../api/queries.ts'
import { PageActions } from '../../components/actions.tsx'
import { ApiCall } from '../../components/ApiCall.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { PageTabs } from '../../components/PageTabs.tsx'
import { useDialog } from '../../components/use-dialog.ts'
import { paths } from '../../paths.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useParams } from 'react-router'
import { applianceActions } from './appliance-actions.ts'
import { ApplianceProblem } from './ApplianceProblem.tsx'
import { ApplianceState } from './ApplianceState.tsx'
import { AccessTab } from './AccessTab.tsx'
import { DisksTab } from './DisksTab.tsx'
import { NetworkTab } from './NetworkTab.tsx'
import { OverviewTab } from './OverviewTab.tsx'
import { SystemTab } from './SystemTab.tsx'
import { words } from './page-words.tsx'
import { useLook } from './use-look.ts'

const { page } = words

// Forms load when one is opened.
const ApplianceDialogs = lazy(() => import('./ApplianceDialogs.tsx'))

/** One appliance. What the console knows of it is shown even while it does not answer. */
export default function AppliancePage() {
  const { applianceId = '' } = useParams()
  const { data: appliance } = useSuspenseQuery({
    ...bff('applianceView', { params: { id: applianceId } }),
    refetchInterval: refreshEvery,
  })
  const refusal = useRefusal()
  const dialog = useDialog()
  const look = useLook()
  return (
    <>
      <PageHeader
        title={appliance.name}
        trail={[{ text: page.appliances, to: paths.appliances() }]}
        aside={<ApplianceState appliance={appliance} />}
        actions={
          <>
            <ApiCall
              applianceId={applianceId}
              call={vsnapCall('systemView', {})}
              tabs={{
                disks: [vsnapCall('diskList', {})],
                network: [vsnapCall('networkList', {})],
                access: [vsnapCall('userList', {}), vsnapCall('targetList', {})],
              }}
            />
            <PageActions
              name={appliance.name}
              actions={applianceActions(appliance, {
                refusal,
                open: (name) => dialog.open(name),
                look: () => look(appliance),
              })}
            />
          </>
        }
      />
      <ApplianceProblem
        appliance={appliance}
        onTrust={() => dialog.open('trust')}
        onEdit={() => dialog.open('edit')}
        onMaintain={() => dialog.open('maintain')}
      />
      <PageTabs
        label={appliance.name}
        tabs={[
          { id: 'overview', title: page.overview, content: <OverviewTab appliance={appliance} /> },
          { id: 'disks', title: page.disks, content: <DisksTab applianceId={applianceId} /> },
          { id: 'network', title: page.network, content: <NetworkTab appliance={appliance} /> },
          { id: 'access', title: page.access, content: <AccessTab applianceId={applianceId} /> },
          { id: 'system', title: page.system, content: <SystemTab applianceId={applianceId} /> },
        ]}
      />
      <Suspense>{dialog.name && <ApplianceDialogs appliance={appliance} dialog={dialog} />}</Suspense>
    </>
  )
}
