import { paths } from '../paths.ts'
import { words } from './words.tsx'

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
    { text: words.places.overview, to: paths.home(), details: /^\/(unprotected\/|report$)/ },
    { text: words.places.appliances, to: paths.appliances(), details: /^\/appliances\/[^/]+(\/initialize)?$/ },
    {
      group: words.places.storage,
      places: [
        {
          text: words.places.pools,
          to: paths.pools({ appliance }),
          details: /^\/(pools\/|appliances\/[^/]+\/pools\/)/,
        },
        {
          text: words.places.volumes,
          to: paths.volumes({ appliance }),
          details: /^\/(volumes\/|appliances\/[^/]+\/volumes\/)/,
        },
        {
          text: words.places.snapshots,
          to: paths.snapshots({ appliance }),
          details: /^\/appliances\/[^/]+\/snapshots\//,
        },
        {
          text: words.places.shares,
          to: paths.shares({ appliance }),
          details: /^\/(shares\/|appliances\/[^/]+\/shares\/)/,
        },
        {
          text: words.places.hosts,
          to: paths.hosts({ appliance }),
          details: /^\/(hosts\/|appliances\/[^/]+\/hosts\/)/,
        },
      ],
    },
    {
      text: words.places.replication,
      to: paths.replication({ appliance }),
      details: /^\/(replication\/|appliances\/[^/]+\/(relationships|sessions|partners)\/)/,
    },
    {
      group: words.places.activity,
      places: [
        { text: words.places.tasks, to: paths.tasks(), details: /^\/tasks\// },
        { text: words.places.alerts, to: paths.alerts() },
        { text: words.places.audit, to: paths.audit({ appliance }) },
      ],
    },
    { text: words.places.settings, to: paths.settings(), details: /^\/settings\// },
  ]
}
