import { paths } from '../paths.ts'

/** A page that the navigation leads to. */
export interface Place {
  readonly text: string
  readonly to: string
  /** Which addresses belong to it, besides its own. */
  readonly details?: RegExp
}

/** The console's places, in their order; what is not built yet is not here. */
export function places(
  appliance: string | undefined,
): readonly (Place | { readonly group: string; readonly places: readonly Place[] })[] {
  return [
    { text: 'Overview', to: paths.home(), details: /^\/(unprotected\/|report$)/ },
    { text: 'Appliances', to: paths.appliances(), details: /^\/appliances\/[^/]+(\/initialize)?$/ },
    {
      group: 'Storage',
      places: [
        { text: 'Pools', to: paths.pools({ appliance }), details: /^\/(pools\/|appliances\/[^/]+\/pools\/)/ },
        { text: 'Volumes', to: paths.volumes({ appliance }), details: /^\/(volumes\/|appliances\/[^/]+\/volumes\/)/ },
        { text: 'Snapshots', to: paths.snapshots({ appliance }), details: /^\/appliances\/[^/]+\/snapshots\// },
        { text: 'Shares', to: paths.shares({ appliance }), details: /^\/(shares\/|appliances\/[^/]+\/shares\/)/ },
        { text: 'Hosts', to: paths.hosts({ appliance }), details: /^\/(hosts\/|appliances\/[^/]+\/hosts\/)/ },
      ],
    },
    {
      text: 'Replication',
      to: paths.replication({ appliance }),
      details: /^\/(replication\/|appliances\/[^/]+\/(relationships|sessions|partners)\/)/,
    },
    {
      group: 'Activity',
      places: [
        { text: 'Tasks', to: paths.tasks(), details: /^\/tasks\// },
        { text: 'Alerts', to: paths.alerts() },
        { text: 'Audit', to: paths.audit({ appliance }) },
      ],
    },
    { text: 'Settings', to: paths.settings(), details: /^\/settings\// },
  ]
}
