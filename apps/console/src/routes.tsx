import type { RouteObject } from 'react-router'
import { loadAuditTrail, narrowedTrail } from './api/audit.ts'
import { fleet, overview, unprotected, wholeFleet } from './api/fleet.ts'
import { load } from './api/load.ts'
import { bff, vsnap } from './api/queries.ts'
import { PageError } from './layouts/PageError.tsx'
import { NotFoundPage } from './layouts/NotFoundPage.tsx'
import { personLoader, Shell, ShellSkeleton } from './layouts/Shell.tsx'

/** A page's code, loaded when somebody goes there (or points at a link to it). Its default export is the page. */
function page(code: () => Promise<{ default: React.ComponentType }>): Pick<RouteObject, 'lazy'> {
  return { lazy: async () => ({ Component: (await code()).default }) }
}

const poolList = load(({ search }) => [
  fleet('pool', { appliance: search.get('appliance') ?? undefined }),
  bff('applianceList'),
])
/** What relationships are joined of. */
const relations = () => [
  wholeFleet('relationship'),
  fleet('session', { sort: '-time_queued' }),
  bff('applianceList'),
  bff('lagTargetList'),
  bff('lagList'),
]
const id = (value: string | undefined) => value ?? ''

/**
 * The whole product on one page. Loaders are here and not with the pages, so that the data is asked for before the
 * page's code has come. Breadcrumbs and titles are the pages' own matter, since they know the objects' names.
 */
export const routes: RouteObject[] = [
  {
    path: '/login',
    errorElement: <PageError />,
    hydrateFallbackElement: <ShellSkeleton />,
    ...page(() => import('./pages/login/LoginPage.tsx')),
  },
  {
    loader: personLoader,
    element: <Shell />,
    errorElement: <PageError whole />,
    hydrateFallbackElement: <ShellSkeleton />,
    children: [
      {
        // Keeps the shell around a page that fails.
        errorElement: <PageError />,
        children: [
          {
            path: '/',
            loader: load(({ search }) => [overview(search.get('label'))]),
            ...page(() => import('./pages/overview/OverviewPage.tsx')),
          },
          {
            path: '/unprotected/:without',
            loader: load(({ params, search }) => [unprotected(params.without, search.get('label'))]),
            ...page(() => import('./pages/overview/UnprotectedPage.tsx')),
          },
          {
            path: '/report',
            loader: load(() => [bff('reportView')]),
            ...page(() => import('./pages/overview/ReportPage.tsx')),
          },
          {
            path: '/alerts',
            loader: load(() => [bff('alertList')]),
            ...page(() => import('./pages/alerts/AlertsPage.tsx')),
          },
          {
            path: '/appliances',
            loader: load(() => [bff('applianceList')]),
            ...page(() => import('./pages/appliances/AppliancesPage.tsx')),
          },
          { path: '/appliances/add', ...page(() => import('./pages/appliances/appliance-add.tsx')) },
          {
            path: '/appliances/:applianceId',
            loader: load(({ params }) => [
              bff('applianceView', { params: { id: id(params.applianceId) } }),
              vsnap(id(params.applianceId), 'systemView'),
            ]),
            ...page(() => import('./pages/appliances/AppliancePage.tsx')),
          },
          {
            path: '/appliances/:applianceId/initialize',
            loader: load(({ params }) => [
              vsnap(id(params.applianceId), 'systemView'),
              bff('applianceView', { params: { id: id(params.applianceId) } }),
            ]),
            ...page(() => import('./pages/appliances/appliance-initialize.tsx')),
          },
          {
            path: '/pools',
            loader: poolList,
            ...page(() => import('./pages/pools/PoolsPage.tsx')),
          },
          {
            path: '/pools/create',
            loader: load(({ search }) => {
              const appliance = search.get('appliance')
              return [bff('applianceList'), ...(appliance ? [vsnap(appliance, 'diskList')] : [])]
            }),
            ...page(() => import('./pages/pools/pool-create.tsx')),
          },
          {
            path: '/appliances/:applianceId/pools/:id',
            loader: load(({ params }) => [
              vsnap(id(params.applianceId), 'poolView', { params: { id: id(params.id) } }),
              bff('applianceView', { params: { id: id(params.applianceId) } }),
              vsnap(id(params.applianceId), 'diskList'),
            ]),
            ...page(() => import('./pages/pools/PoolPage.tsx')),
          },
          {
            path: '/appliances/:applianceId/pools/:id/expand',
            loader: load(({ params }) => [
              vsnap(id(params.applianceId), 'poolView', { params: { id: id(params.id) } }),
              vsnap(id(params.applianceId), 'diskList'),
            ]),
            ...page(() => import('./pages/pools/pool-expand.tsx')),
          },
          {
            path: '/volumes',
            loader: load(({ search }) => {
              const appliance = search.get('appliance') ?? undefined
              return [fleet('volume', { appliance }), fleet('pool', { appliance }), bff('applianceList')]
            }),
            ...page(() => import('./pages/volumes/VolumesPage.tsx')),
          },
          {
            path: '/volumes/create',
            loader: load(({ search }) => {
              const [appliance, snapshot] = [search.get('appliance'), search.get('snapshot')]
              if (appliance === null || snapshot === null) return [fleet('pool'), bff('applianceList')]
              return [
                vsnap(appliance, 'snapshotView', { params: { id: snapshot } }),
                vsnap(appliance, 'volumeList'),
                bff('applianceView', { params: { id: appliance } }),
              ]
            }),
            ...page(() => import('./pages/volumes/volume-create.tsx')),
          },
          {
            path: '/appliances/:applianceId/volumes/:id',
            loader: load(({ params }) => [
              vsnap(id(params.applianceId), 'volumeView', { params: { id: id(params.id) } }),
              bff('applianceView', { params: { id: id(params.applianceId) } }),
              vsnap(id(params.applianceId), 'volumeSnapshotList', { params: { id: id(params.id) } }),
              vsnap(id(params.applianceId), 'volumeList'),
              vsnap(id(params.applianceId), 'relationshipList'),
            ]),
            ...page(() => import('./pages/volumes/VolumePage.tsx')),
          },
          {
            path: '/snapshots',
            loader: load(({ search }) => {
              const appliance = search.get('appliance') ?? undefined
              return [fleet('snapshot', { appliance }), fleet('volume', { appliance }), bff('applianceList')]
            }),
            ...page(() => import('./pages/snapshots/SnapshotsPage.tsx')),
          },
          {
            path: '/appliances/:applianceId/snapshots/:id',
            loader: load(({ params }) => [
              vsnap(id(params.applianceId), 'snapshotView', { params: { id: id(params.id) } }),
              bff('applianceView', { params: { id: id(params.applianceId) } }),
            ]),
            ...page(() => import('./pages/snapshots/SnapshotPage.tsx')),
          },
          {
            path: '/shares',
            loader: load(({ search }) => {
              const appliance = search.get('appliance') ?? undefined
              return [fleet('share', { appliance }), fleet('volume', { appliance }), bff('applianceList')]
            }),
            ...page(() => import('./pages/shares/SharesPage.tsx')),
          },
          {
            path: '/shares/create',
            loader: load(() => [bff('applianceList')]),
            ...page(() => import('./pages/shares/share-create.tsx')),
          },
          {
            path: '/appliances/:applianceId/shares/:id',
            loader: load(({ params }) => [
              vsnap(id(params.applianceId), 'shareView', { params: { id: id(params.id) } }),
              bff('applianceView', { params: { id: id(params.applianceId) } }),
            ]),
            ...page(() => import('./pages/shares/SharePage.tsx')),
          },
          {
            path: '/hosts',
            loader: load(({ search }) => {
              const appliance = search.get('appliance') ?? undefined
              return [fleet('host', { appliance }), bff('applianceList')]
            }),
            ...page(() => import('./pages/hosts/HostsPage.tsx')),
          },
          {
            path: '/hosts/map',
            loader: load(() => [bff('applianceList')]),
            ...page(() => import('./pages/hosts/host-map.tsx')),
          },
          {
            path: '/appliances/:applianceId/hosts/:id',
            loader: load(({ params }) => [
              vsnap(id(params.applianceId), 'hostView', { params: { id: id(params.id) } }),
              bff('applianceView', { params: { id: id(params.applianceId) } }),
            ]),
            ...page(() => import('./pages/hosts/HostPage.tsx')),
          },
          {
            path: '/replication',
            loader: load(relations),
            ...page(() => import('./pages/replication/ReplicationPage.tsx')),
          },
          {
            path: '/replication/create',
            loader: load(() => [bff('applianceList'), fleet('partner'), fleet('pool')]),
            ...page(() => import('./pages/replication/replicate.tsx')),
          },
          {
            path: '/replication/partners/add',
            loader: load(() => [bff('applianceList')]),
            ...page(() => import('./pages/replication/partner-add.tsx')),
          },
          {
            path: '/appliances/:applianceId/relationships/:id',
            loader: load(relations),
            ...page(() => import('./pages/replication/RelationshipPage.tsx')),
          },
          {
            path: '/appliances/:applianceId/sessions/:id',
            loader: load(({ params }) => [
              vsnap(id(params.applianceId), 'sessionView', { params: { id: id(params.id) } }),
              bff('applianceView', { params: { id: id(params.applianceId) } }),
              ...relations(),
            ]),
            ...page(() => import('./pages/replication/SessionPage.tsx')),
          },
          {
            path: '/appliances/:applianceId/partners/:id',
            loader: load(({ params }) => [
              vsnap(id(params.applianceId), 'partnerView', { params: { id: id(params.id) } }),
              bff('applianceView', { params: { id: id(params.applianceId) } }),
              fleet('partner'),
              ...relations(),
            ]),
            ...page(() => import('./pages/replication/PartnerPage.tsx')),
          },
          {
            path: '/tasks',
            loader: load(() => [bff('planList', { query: { limit: 1000 } })]),
            ...page(() => import('./pages/tasks/TasksPage.tsx')),
          },
          {
            path: '/tasks/:id',
            loader: load(({ params }) => [bff('planView', { params: { id: id(params.id) } })]),
            ...page(() => import('./pages/tasks/TaskPage.tsx')),
          },
          {
            path: '/views',
            loader: load(() => [bff('viewList'), bff('applianceList')]),
            ...page(() => import('./pages/views/ViewsPage.tsx')),
          },
          {
            path: '/views/:id',
            loader: load(() => [bff('viewList')]),
            ...page(() => import('./pages/views/ViewPage.tsx')),
          },
          {
            path: '/audit',
            loader: ({ request }) => loadAuditTrail(narrowedTrail(new URL(request.url).searchParams)),
            ...page(() => import('./pages/audit/AuditPage.tsx')),
          },
          {
            path: '/settings/api',
            loader: load(() => [bff('applianceList')]),
            ...page(() => import('./pages/settings/ApiReferencePage.tsx')),
          },
          { path: '/settings', ...page(() => import('./pages/settings/SettingsPage.tsx')) },
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
]
