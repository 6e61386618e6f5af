import type { FleetResource } from '@vsnap/console-api/fleet.ts'

/** Query parameters that links of the console carry; undefined ones are left out, of several values each is one. */
type Search = Readonly<Record<string, string | readonly string[] | undefined>>

function path(parts: TemplateStringsArray, ...values: readonly string[]): string {
  return String.raw({ raw: parts.raw }, ...values.map(encodeURIComponent))
}

/** A link with a query. */
export function withSearch(to: string, search: Search): string {
  const given = Object.entries(search).flatMap(([key, value = '']) =>
    [value].flat().flatMap((each): [string, string][] => (each === '' ? [] : [[key, each]])),
  )
  return given.length > 0 ? `${to}?${new URLSearchParams(given)}` : to
}

/** Every address of the product. A new page gets its line here and in routes.tsx. */
export const paths = {
  home: () => '/',
  login: (search: { to?: string | undefined } = {}) => withSearch('/login', search),

  report: () => '/report',
  unprotected: (without: 'snapshot' | 'relationship', search: { label?: string | undefined } = {}) =>
    withSearch(path`/unprotected/${without}`, search),

  appliances: () => '/appliances',
  applianceAdd: (search: { many?: string } = {}) => withSearch('/appliances/add', search),
  appliance: (applianceId: string, search: { tab?: string; do?: string } = {}) =>
    withSearch(path`/appliances/${applianceId}`, search),
  applianceInitialize: (applianceId: string) => path`/appliances/${applianceId}/initialize`,

  pools: (search: { appliance?: string | undefined; q?: string } = {}) => withSearch('/pools', search),
  poolCreate: (search: { appliance?: string | undefined } = {}) => withSearch('/pools/create', search),
  poolExpand: (applianceId: string, id: string) => path`/appliances/${applianceId}/pools/${id}/expand`,
  pool: (applianceId: string, id: string, search: { tab?: string; do?: string } = {}) =>
    withSearch(path`/appliances/${applianceId}/pools/${id}`, search),

  volumes: (search: { appliance?: string | undefined; q?: string } = {}) => withSearch('/volumes', search),
  volumeCreate: (
    search: {
      appliance?: string | undefined
      pool?: string | undefined
      snapshot?: string | undefined
      /** A volume of that appliance. */
      like?: string | undefined
    } = {},
  ) => withSearch('/volumes/create', search),
  volume: (applianceId: string, id: string, search: { tab?: string; do?: string } = {}) =>
    withSearch(path`/appliances/${applianceId}/volumes/${id}`, search),

  snapshots: (search: { appliance?: string | undefined; q?: string } = {}) => withSearch('/snapshots', search),
  snapshot: (applianceId: string, id: string, search: { do?: string } = {}) =>
    withSearch(path`/appliances/${applianceId}/snapshots/${id}`, search),

  shares: (search: { appliance?: string | undefined; q?: string } = {}) => withSearch('/shares', search),
  shareCreate: (search: { appliance?: string | undefined; volume?: string | undefined } = {}) =>
    withSearch('/shares/create', search),
  share: (applianceId: string, id: string, search: { do?: string } = {}) =>
    withSearch(path`/appliances/${applianceId}/shares/${id}`, search),

  hosts: (search: { appliance?: string | undefined; q?: string; do?: string } = {}) => withSearch('/hosts', search),
  hostMap: (search: { appliance?: string | undefined; host?: string | undefined; volume?: string | undefined } = {}) =>
    withSearch('/hosts/map', search),
  host: (applianceId: string, id: string, search: { do?: string } = {}) =>
    withSearch(path`/appliances/${applianceId}/hosts/${id}`, search),

  replication: (
    search: {
      tab?: string
      appliance?: string | undefined
      status?: string
      q?: string
      sort?: string
      /** Only from and to this appliance (id), or system that the console does not know. */
      from?: string
      to?: string
      do?: string
    } = {},
  ) => withSearch('/replication', search),
  replicate: (
    search: {
      appliance?: string | undefined
      volume?: string | readonly string[] | undefined
      partner?: string | undefined
    } = {},
  ) => withSearch('/replication/create', search),
  partnerAdd: (search: { appliance?: string | undefined } = {}) => withSearch('/replication/partners/add', search),
  relationship: (applianceId: string, id: string, search: { do?: string } = {}) =>
    withSearch(path`/appliances/${applianceId}/relationships/${id}`, search),
  session: (applianceId: string, id: string) => path`/appliances/${applianceId}/sessions/${id}`,
  partner: (applianceId: string, id: string) => path`/appliances/${applianceId}/partners/${id}`,

  tasks: (search: { status?: string } = {}) => withSearch('/tasks', search),
  task: (id: string, search: { do?: string } = {}) => withSearch(path`/tasks/${id}`, search),

  views: (search: { do?: string; on?: string } = {}) => withSearch('/views', search),
  view: (id: string) => path`/views/${id}`,

  alerts: (search: { status?: string } = {}) => withSearch('/alerts', search),
  audit: (search: { appliance?: string | undefined } = {}) => withSearch('/audit', search),
  apiReference: (search: { q?: string } = {}) => withSearch('/settings/api', search),
  settings: (search: { tab?: string; do?: string } = {}) => withSearch('/settings', search),
} as const

/** Where an object is looked at. What has no page of its own is shown in the list that it is in. */
export const objectPages: Readonly<Record<FleetResource, (applianceId: string, id: string) => string>> = {
  pool: (applianceId, id) => paths.pool(applianceId, id),
  volume: (applianceId, id) => paths.volume(applianceId, id),
  snapshot: (applianceId, id) => paths.snapshot(applianceId, id),
  share: (applianceId, id) => paths.share(applianceId, id),
  host: (applianceId, id) => paths.host(applianceId, id),
  relationship: (applianceId, id) => paths.relationship(applianceId, id),
  partner: (applianceId, id) => paths.partner(applianceId, id),
  session: (applianceId, id) => paths.session(applianceId, id),
  disk: (applianceId) => paths.appliance(applianceId, { tab: 'disks' }),
}

/** A path of ours to go to after log in; anything else (another site, a script) becomes the start page. */
export function ownPath(to: string | null): string {
  if (!to?.startsWith('/')) return paths.home()
  // Browsers read backslashes as slashes and drop tabs and line breaks: let the browser's own parser decide where it leads.
  const base = 'https://console.invalid'
  const url = URL.canParse(to, base) ? new URL(to, base) : undefined
  if (!url || url.origin !== base || url.pathname === '/login' || url.pathname.startsWith('//')) return paths.home()
  return `${url.pathname}${url.search}${url.hash}`
}
