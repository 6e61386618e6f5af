// Everything that a person can look at: pages, tabs, the steps of wizards, dialogs. The screenshots and the tests of
// accessibility go through the same list.
import type { Page } from '@playwright/test'
import type { Places } from './example.ts'
import { sampledFaults } from './faults.ts'
import { counts, type Count } from './replicating.ts'

export interface View {
  /** Its file's name among the screenshots. */
  readonly name: string
  readonly path: string
  /** What a person does to get there from `path`. */
  readonly open?: (page: Page) => Promise<unknown>
  /** What `open` opens closes when the page gets another width: it is opened there again. */
  readonly eachWidth?: true
  /** Seen by somebody who may look and change nothing. */
  readonly asViewer?: true
  /** Looked at while no answer has come yet. */
  readonly isLoading?: true
  /** Looked at while the console's server cannot be reached; or, in a part, what is asked for at such addresses. */
  readonly isFailing?: true | readonly string[]
  /** Another console, which nobody has done anything with yet. */
  readonly isNew?: true
  /** Looked at with everything twice as large, on a usual screen. */
  readonly isZoomed?: true
  /** Needs a browser of its own: with nobody logged in, or because `open` ends the session. */
  readonly alone?: 'logged in' | 'logged out'
  /** Another console, with so many relationships. It takes a minute to make some hundreds. */
  readonly relationships?: Count
  /** While a task is on its way. */
  readonly isBusy?: true
  /** The appliance of their replicas does not answer. */
  readonly isHalfSilent?: true
  /** The name of an appliance that `open` makes known to the console. */
  readonly adds?: string
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).last().click()
const next = async (page: Page, steps = 1) => {
  for (let step = 0; step < steps; step++) await press(page, 'Next')
}

/** A page and its tabs: `pool`, `pool-disks`, … */
function tabbed(name: string, path: string, tabs: readonly string[]): View[] {
  return [{ name, path }, ...tabs.map((tab) => ({ name: `${name}-${tab}`, path: `${path}?tab=${tab}` }))]
}

/** Dialogs that the address names: `pool-do-rename`, … */
function dialogs(name: string, path: string, names: readonly string[]): View[] {
  return names.map((dialog) => ({
    name: `${name}-do-${dialog.replaceAll('&on=', '-')}`,
    path: `${path}${path.includes('?') ? '&' : '?'}do=${dialog}`,
    // Its code is on its way when the page has settled.
    open: (page) => page.getByRole('dialog').waitFor(),
  }))
}

function session(): View[] {
  return [
    { name: 'login', path: '/login', alone: 'logged out' },
    {
      name: 'login-refused',
      path: '/login',
      alone: 'logged out',
      async open(page) {
        await page.getByRole('textbox', { name: 'User name' }).fill('admin')
        await page.getByRole('textbox', { name: 'Password' }).fill('not the password')
        await press(page, 'Log in')
        await page.getByRole('alert').waitFor()
      },
    },
    {
      name: 'session-ended',
      path: '/appliances/add',
      alone: 'logged in',
      async open(page) {
        await page.getByRole('textbox', { name: 'Address' }).fill('vsnap.example.com')
        await page.context().clearCookies()
        await next(page)
        await page.getByRole('dialog', { name: 'Your session has ended' }).waitFor()
      },
    },
    {
      name: 'leave',
      path: '/appliances/add',
      async open(page) {
        await page.getByRole('textbox', { name: 'Address' }).fill('vsnap.example.com')
        await press(page, 'Cancel')
        await page.getByRole('dialog', { name: 'Leave this page?' }).waitFor()
      },
    },
    { name: 'not-found', path: '/nothing/here' },
    { name: 'account-menu', path: '/appliances', open: (page) => press(page, 'Account: admin') },
    { name: 'theme-menu', path: '/appliances', open: (page) => page.getByRole('button', { name: /^Theme/ }).click() },
    {
      name: 'appliance-filter',
      path: '/appliances',
      open: (page) => page.getByRole('button', { name: /^Appliance:/ }).click(),
    },
    // Where it was opened it stays so.
    { name: 'navigation', path: '/appliances', alone: 'logged in', open: showNavigation, eachWidth: true },
  ]
}

/** On a narrow page the navigation is opened by a button. */
async function showNavigation(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Navigation' })
  if ((await button.getAttribute('aria-expanded')) === 'false') await button.click()
  await page.getByRole('navigation', { name: 'Console' }).waitFor()
}

function addWizard({ unknown: { url, username, password } }: Places): View[] {
  const step = (name: string, open?: (page: Page) => Promise<unknown>): View => ({
    name: `appliance-add-${name}`,
    path: '/appliances/add',
    ...(open && { open }),
  })
  const toCertificate = async (page: Page) => {
    await page.getByRole('textbox', { name: 'Address' }).fill(url)
    await next(page)
    await page.getByRole('heading', { name: 'Is it really this appliance?' }).waitFor()
  }
  const toAccount = async (page: Page) => {
    await toCertificate(page)
    await page.getByRole('checkbox', { name: 'I compared it' }).check()
    await next(page)
    await page.getByRole('textbox', { name: 'User name' }).waitFor()
  }
  const submit = async (page: Page, word: string) => {
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Vienna')
    await page.getByRole('textbox', { name: 'User name' }).fill(username)
    await page.getByRole('textbox', { name: 'Password' }).fill(word)
    await press(page, 'Add appliance')
  }
  const toFound = async (page: Page) => {
    await toAccount(page)
    await submit(page, password)
    await page.getByRole('heading', { name: 'Vienna is added' }).waitFor()
  }
  return [
    step('address'),
    step('address-invalid', (page) => next(page)),
    step('certificate', toCertificate),
    step('account', toAccount),
    step('account-refused', async (page) => {
      await toAccount(page)
      await submit(page, 'not the password')
      await page.getByRole('alert').waitFor()
    }),
    { ...step('found', toFound), adds: 'Vienna' },
    {
      ...step('initialise', async (page) => {
        await toFound(page)
        await next(page)
      }),
      adds: 'Vienna',
    },
  ]
}

/** Many from a list: one that is unknown yet, and an address where nothing listens. */
function addMany({ unknown: { url, username } }: Places): View[] {
  const steps = ['addresses', 'certificates', 'account', 'results'] as const
  return steps.map((step, steps) => ({
    name: `appliances-add-many-${step}`,
    path: '/appliances/add?many=yes',
    async open(page) {
      await page.getByRole('textbox', { name: 'Addresses' }).fill(`${url} Vienna\nhttps://127.0.0.1:1 Graz`)
      if (steps === 0) return
      await next(page)
      const compared = page.getByRole('checkbox', { name: 'I compared' })
      await compared.waitFor()
      if (steps === 1) return
      await compared.check()
      await next(page)
      await page.getByRole('textbox', { name: 'User name' }).fill(username)
      if (steps === 2) return
      await page.getByRole('textbox', { name: 'Password' }).fill('not the password')
      await press(page, 'Add 1 appliance')
      await page.getByRole('heading', { name: '0 of 2 added' }).waitFor()
    },
  }))
}

function appliances(places: Places): View[] {
  const { appliance, fresh, silent, changed } = places
  const at = (id: string) => `/appliances/${id}`
  return [
    { name: 'appliances', path: '/appliances' },
    {
      name: 'appliances-row-menu',
      path: '/appliances',
      open: (page) => page.getByRole('button', { name: 'Actions of Frankfurt' }).click(),
    },
    {
      name: 'appliances-columns',
      path: '/appliances',
      open: (page) => press(page, 'Columns and density'),
    },
    {
      name: 'appliances-states',
      path: '/appliances',
      open: (page) => page.getByRole('button', { name: 'State', exact: true }).first().click(),
    },
    { name: 'appliances-by-site', path: '/appliances?group=label%3Asite' },
    { name: 'appliances-filtered-to-nothing', path: '/appliances?q=nowhere' },
    ...addWizard(places),
    ...addMany(places),
    ...tabbed('appliance', at(appliance), ['disks', 'network', 'access', 'system']),
    { name: 'appliance-actions', path: at(appliance), open: (page) => press(page, 'Actions') },
    {
      name: 'appliance-api-call',
      path: at(appliance),
      async open(page) {
        await press(page, 'API')
        await page.getByText('init_status').waitFor()
      },
    },
    ...dialogs('appliance', at(appliance), ['edit', 'describe', 'maintain', 'remove']),
    {
      name: 'appliance-network-services',
      path: `${at(appliance)}?tab=network`,
      async open(page) {
        await page
          .getByRole('button', { name: /^Actions of/ })
          .first()
          .click()
        await page.getByRole('menuitem', { name: 'Set services' }).click()
      },
    },
    { name: 'appliance-not-initialised', path: at(fresh) },
    { name: 'appliance-initialize', path: `${at(fresh)}/initialize` },
    { name: 'appliance-ready', path: `${at(appliance)}/initialize` },
    { name: 'appliance-silent', path: at(silent) },
    { name: 'appliance-silent-disks', path: `${at(silent)}?tab=disks` },
    { name: 'appliance-certificate-changed', path: at(changed) },
    ...dialogs('appliance', at(changed), ['trust']),
    { name: 'appliance-gone', path: at('nothing') },
  ]
}

function pools({ appliance, pool }: Places): View[] {
  const at = `/appliances/${appliance}/pools/${pool}`
  const create = (step: string, number: number): View => ({
    name: `pool-create-${step}`,
    path: `/pools/create?appliance=${appliance}`,
    async open(page) {
      if (number === 0) return
      await page.getByRole('textbox', { name: 'Name' }).fill('long-term')
      for (let done = 0; done < number; done++) {
        await next(page)
        // One disk stays for the step of logs, caches and spares.
        if (done === 0) await page.getByRole('checkbox', { name: '/dev/sd' }).last().uncheck()
      }
      await page.waitForURL((url) => url.searchParams.get('step') === step)
    },
  })
  return [
    { name: 'pools', path: '/pools' },
    { name: 'pools-labels', path: '/pools?label=env%3Dprod', open: (page) => press(page, 'Label: env=prod') },
    { name: 'pools-group-choices', path: '/pools', open: (page) => press(page, 'Not grouped') },
    { name: 'pools-by-appliance', path: '/pools?group=appliance&status=ONLINE' },
    ...tabbed('pool', at, ['disks', 'volumes', 'history', 'settings']),
    { name: 'pool-history-ratios', path: `${at}?tab=history&chart=ratios` },
    { name: 'pool-actions', path: at, open: (page) => press(page, 'Actions') },
    ...dialogs('pool', at, [
      'rename',
      'options',
      'remove-log',
      'add-cache',
      'add-spare',
      'remove-spare',
      'snapshot-volumes',
      'delete',
    ]),
    { name: 'pool-expand', path: `${at}/expand` },
    ...['place', 'layout', 'options', 'extras', 'review'].map(create),
    { name: 'pool-gone', path: `/appliances/${appliance}/pools/99999` },
  ]
}

function volumes({ appliance, pool, filesystem, lun, snapshot, replicated, replica }: Places): View[] {
  const at = (id: string) => `/appliances/${appliance}/volumes/${id}`
  /** A step of the wizard, for one of the kinds. */
  const create = (kind: string, step: 'kind' | 'details' | 'access' | 'replication' | 'review'): View => ({
    name: `volume-create-${kind}-${step}`,
    path: `/volumes/create?appliance=${appliance}&pool=${pool}`,
    async open(page) {
      await next(page)
      await page.getByRole('radio', { name: new RegExp(`^${kind}`) }).check()
      if (step === 'kind') return
      await next(page)
      await page.getByRole('textbox', { name: 'Name', exact: true }).fill('new-volume')
      if (kind === 'filesystem') await page.getByRole('radio', { name: /^Limit/ }).check()
      if (kind === 'filebackedlun') {
        await page.getByRole('combobox', { name: 'Parent volume' }).selectOption({ index: 1 })
        await page.getByRole('textbox', { name: 'Path of the backing file' }).fill('files/disk.img')
      } else await page.getByRole('textbox', { name: kind === 'lun' ? 'Size' : 'Limit' }).fill('12 TiB')
      if (step === 'details') return
      await next(page)
      await page.getByRole('heading', { name: /^(Who may reach|Which hosts see)/ }).waitFor()
      if (kind === 'filesystem') {
        await page.getByRole('radio', { name: /^NFS/ }).check()
        await page.getByRole('textbox', { name: 'Allowed hosts' }).fill('10.20.0.0/16')
      } else await page.getByRole('checkbox').first().check()
      if (step === 'access') return
      await next(page)
      if (kind !== 'filebackedlun') {
        await page.getByRole('radio', { name: /^Replicate/ }).check()
        await page.getByRole('combobox', { name: 'Partner' }).selectOption({ index: 1 })
        if (step === 'replication') return
        await next(page)
      }
      await page.waitForURL((url) => url.searchParams.get('step') === step)
    },
  })
  /** Twelve luns at once, as far as the review. */
  const pattern = (step: 'details' | 'review'): View => ({
    ...create('lun', 'details'),
    name: `volume-create-several-${step}`,
    async open(page) {
      await create('lun', 'details').open?.(page)
      await page.getByRole('textbox', { name: 'Name', exact: true }).fill('vol-{01..12}')
      if (step === 'review') await next(page, 3)
      await page.getByText(/vol-01 … vol-12/).waitFor()
    },
  })
  const clone = `/volumes/create?appliance=${appliance}&snapshot=${snapshot}`
  return [
    { name: 'volumes', path: '/volumes' },
    { name: 'volumes-by-site', path: '/volumes?group=label%3Asite&sort=-size_used' },
    { name: 'volumes-second-page', path: '/volumes?page=2&sort=-size_used' },
    { name: 'volumes-of-one-appliance', path: `/volumes?appliance=${appliance}` },
    ...tabbed('volume', at(filesystem), ['snapshots', 'access', 'replication', 'history', 'settings']),
    {
      name: 'volume-snapshots-of-a-day',
      path: `${at(filesystem)}?tab=snapshots`,
      open: (page) =>
        page
          .getByRole('button', { name: /: \d+ snapshots?$/ })
          .last()
          .click(),
    },
    { name: 'volume-clones', path: at(filesystem), open: (page) => press(page, 'Clones of oracle-prod-restore-test') },
    ...tabbed('lun', at(lun), ['access']),
    { name: 'volume-replicated', path: `${at(replicated)}?tab=replication` },
    { name: 'volume-replica', path: `${at(replica)}?tab=replication` },
    { name: 'volume-replica-snapshots', path: `${at(replica)}?tab=snapshots` },
    { name: 'volume-create-pool', path: '/volumes/create' },
    create('filesystem', 'kind'),
    create('filesystem', 'access'),
    create('lun', 'access'),
    create('filesystem', 'replication'),
    ...['filesystem', 'lun', 'filebackedlun'].flatMap((kind) => [create(kind, 'details'), create(kind, 'review')]),
    {
      name: 'volume-create-like',
      path: `/volumes/create?appliance=${appliance}&pool=${pool}&like=${lun}`,
      open: (page) => page.getByText('What follows is filled in').waitFor(),
    },
    pattern('details'),
    pattern('review'),
    { name: 'volume-clone', path: clone },
    { name: 'volume-clone-review', path: clone, open: (page) => next(page, 2) },
    { name: 'volume-actions', path: at(filesystem), open: (page) => press(page, 'Actions') },
    ...dialogs('volume', at(filesystem), [
      'snapshot',
      'rename',
      'resize',
      'delete',
      'delete-share',
      `delete-snapshot&on=${snapshot}`,
    ]),
    ...dialogs('lun', at(lun), ['map', 'unmap&on=1', 'resize', 'delete']),
  ]
}

/** Snapshots, shares, hosts: what volumes are reached by and kept in. */
function access({ appliance, snapshot, filesystem }: Places): View[] {
  const share = `/appliances/${appliance}/shares/1`
  /** A step of the wizard, on the way to a share of a filesystem that has none. */
  const create = (name: string, steps: number): View => ({
    name: `share-create-${name}`,
    path: `/shares/create?appliance=${appliance}`,
    async open(page) {
      await page.getByRole('combobox', { name: 'Filesystem' }).selectOption('oracle-prod-restore-test')
      if (steps > 0) await next(page)
      if (steps < 2) return
      await page.getByRole('textbox', { name: 'Allowed hosts' }).fill('10.20.0.0/16\nmedia.example.com')
      await next(page)
    },
  })
  const host = `/appliances/${appliance}/hosts/1`
  return [
    { name: 'snapshots', path: '/snapshots' },
    ...dialogs('snapshots', '/snapshots', ['create']),
    { name: 'snapshot', path: `/appliances/${appliance}/snapshots/${snapshot}` },
    ...dialogs('snapshot', `/appliances/${appliance}/snapshots/${snapshot}`, ['delete']),
    { name: 'shares', path: '/shares' },
    { name: 'share', path: share },
    ...dialogs('share', share, ['edit', 'delete']),
    ...['filesystem', 'clients', 'review'].map(create),
    {
      name: 'share-create-refused',
      path: `/shares/create?appliance=${appliance}&volume=${filesystem}`,
      open: (page) => next(page),
    },
    { name: 'hosts', path: '/hosts' },
    ...dialogs('hosts', '/hosts', ['create']),
    { name: 'host', path: host },
    ...dialogs('host', host, ['edit', 'delete']),
    { name: 'host-map', path: `/hosts/map?appliance=${appliance}&host=1` },
    { name: 'host-map-volumes', path: `/hosts/map?appliance=${appliance}&host=1`, open: (page) => next(page) },
  ]
}

/** What is done with many: the bar of each list, and the dialogs that it opens. */
function bulk({ appliance, lun }: Places): View[] {
  const chosen = (list: string, button: string, ready: string, path = `/${list}`): View => ({
    name: `${list}-bulk-${button.split(' ')[0]?.toLowerCase()}`,
    path,
    async open(page) {
      await page.getByRole('checkbox', { name: `Select all ${list} on this page` }).check()
      await page
        .getByRole('region', { name: `Selected ${list}` })
        .getByRole('button', { name: button })
        .click()
      await page.getByRole('dialog').getByText(ready).first().waitFor()
    },
  })
  return [
    {
      name: 'volumes-selected',
      path: '/volumes',
      async open(page) {
        await page.getByRole('checkbox', { name: 'Select all volumes on this page' }).check()
        await page.getByRole('region', { name: 'Selected volumes' }).waitFor()
      },
    },
    {
      name: 'volumes-api',
      path: '/volumes',
      async open(page) {
        await press(page, 'API')
        await page.getByText('"volumes"').waitFor()
      },
    },
    { name: 'search', path: '/volumes', open: (page) => press(page, 'Search') },
    {
      name: 'search-found',
      path: '/volumes',
      async open(page) {
        await press(page, 'Search')
        await page.getByRole('combobox', { name: 'Search objects' }).fill('oracle')
        await page.getByRole('option', { name: 'oracle-prod' }).first().waitFor()
      },
    },
    { name: 'keys', path: '/volumes', open: (page) => page.keyboard.press('?') },
    chosen('volumes', 'Create snapshots', 'in this order'),
    { ...chosen('volumes', 'Create shares', 'when this page is closed'), name: 'volumes-bulk-share' },
    chosen('volumes', 'Map to hosts', 'chosen'),
    chosen('volumes', 'Delete', 'in this order'),
    chosen('snapshots', 'Delete', 'in this order'),
    chosen('shares', 'Delete', 'in this order'),
    chosen('hosts', 'Delete', 'in this order'),
    chosen('hosts', 'Unmap', 'They lose the disk', `/appliances/${appliance}/volumes/${lun}?tab=access`),
    chosen('pools', 'Snapshot every volume', 'in this order'),
    chosen('relationships', 'Start sessions', 'in this order', '/replication'),
  ]
}

function activity({ appliance, relationship: id, partner, sent, failed, fresh, view, tasks }: Places): View[] {
  const partnership = `/appliances/${appliance}/partners/${partner}`
  const relationship = `/appliances/${appliance}/relationships/${id}`
  return [
    { name: 'overview', path: '/' },
    { name: 'report', path: '/report' },
    { name: 'alerts', path: '/alerts' },
    {
      name: 'alerts-silence',
      path: '/alerts',
      async open(page) {
        await page
          .getByRole('button', { name: /^Actions of Pool/ })
          .first()
          .click()
        await page.getByRole('menuitem', { name: /^Silence/ }).click()
        await page.getByRole('dialog').waitFor()
      },
    },
    { name: 'unprotected', path: '/unprotected/relationship' },
    { name: 'relationship', path: relationship },
    ...dialogs('relationship', relationship, ['start', 'target', 'delete']),
    ...dialogs('replication', '/replication', ['usual-target']),
    ...tabbed('replication', '/replication', ['sessions', 'partners', 'map']),
    { name: 'replication-by-site', path: '/replication?group=label%3Asite' },
    { name: 'replication-sessions-by-appliance', path: '/replication?tab=sessions&group=appliance' },
    { name: 'replication-none', path: `/replication?appliance=${fresh}` },
    { name: 'replication-none-map', path: `/replication?appliance=${fresh}&tab=map` },
    { name: 'replication-one-direction', path: `/replication?from=${appliance}` },
    { name: 'session', path: `/appliances/${sent.appliance}/sessions/${sent.id}` },
    { name: 'session-failed', path: `/appliances/${failed.appliance}/sessions/${failed.id}` },
    { name: 'session-gone', path: `/appliances/${appliance}/sessions/99999` },
    { name: 'partner', path: partnership },
    ...dialogs('partner', partnership, ['remove']),
    { name: 'replicate', path: `/replication/create?appliance=${appliance}` },
    { name: 'partner-add', path: `/replication/partners/add?appliance=${appliance}` },
    { name: 'tasks', path: '/tasks' },
    { name: 'task', path: `/tasks/${tasks.done}` },
    ...dialogs('task', `/tasks/${tasks.done}`, ['undo', 'again']),
    { name: 'task-failed', path: `/tasks/${tasks.failed}` },
    { name: 'task-undone', path: `/tasks/${tasks.undone}` },
    ...dialogs('task-failed', `/tasks/${tasks.failed}`, ['step&on=2', 'script']),
    { name: 'views', path: '/views' },
    { name: 'views-one', path: `/views/${view}` },
    { name: 'views-gone', path: '/views/nothing' },
    ...['edit', 'delete'].map((name) => ({
      name: `views-do-${name}`,
      path: `/views?do=${name}&on=${view}`,
      open: (page: Page) => page.getByRole('dialog').waitFor(),
    })),
    {
      name: 'views-save',
      path: `/views/${view}`,
      async open(page) {
        await press(page, 'Save view')
        await page.getByRole('dialog').waitFor()
      },
    },
  ]
}

function rest({ appliance }: Places): View[] {
  return [
    { name: 'audit', path: '/audit' },
    { name: 'audit-of-one-appliance', path: `/audit?appliance=${appliance}` },
    ...tabbed('settings', '/settings', ['alerts', 'notifications', 'tokens', 'about']),
    ...dialogs('settings', '/settings?tab=notifications', ['mail', 'webhook', 'schedule']),
    {
      name: 'settings-mail-remove',
      path: '/settings?tab=notifications&do=mail',
      async open(page) {
        await page.getByRole('textbox', { name: 'Mail server' }).fill('127.0.0.1')
        await page.getByRole('textbox', { name: 'From' }).fill('console@example.org')
        await page.getByRole('textbox', { name: 'To' }).fill('ops@example.org')
        await press(page, 'Save')
        await press(page, 'Remove mail')
        await page.getByRole('dialog', { name: 'Remove mail?' }).waitFor()
      },
    },
    ...dialogs('settings', '/settings?tab=alerts', ['threshold&on=pool-full']),
    {
      name: 'settings-token-made',
      path: '/settings?tab=tokens&do=make',
      async open(page) {
        await page.getByRole('textbox', { name: 'Name' }).fill(`script-${Date.now()}`)
        await press(page, 'Make')
        await page.getByRole('button', { name: 'I have copied it' }).waitFor()
      },
    },
    { name: 'settings-do-make-token', path: '/settings?tab=tokens&do=make' },
    ...dialogs('settings', '/settings', ['add', 'edit&on=admin', 'remove&on=admin']),
    { name: 'api-reference', path: '/settings/api' },
  ]
}

const zoomedList = (list: string): View => ({ name: `zoomed-${list}`, path: `/${list}`, isZoomed: true })

/** Lists with everything twice as large, besides the one that all are like. */
export const furtherZoomed = ['appliances', 'pools', 'snapshots', 'shares', 'hosts', 'replication', 'alerts'].map(
  zoomedList,
)

/** Everything twice as large: a list and a wizard are used without scrolling sideways. */
function zoomed({ appliance, pool }: Places): View[] {
  return [
    zoomedList('volumes'),
    {
      name: 'zoomed-volume-create',
      path: `/volumes/create?appliance=${appliance}&pool=${pool}`,
      isZoomed: true,
      open: (page) => next(page),
    },
  ]
}

/** Replication with nothing in it, one of each, a screenful, and more than anybody reads: only for pictures, since it takes long to make. */
export function replicationOfEverySize(): View[] {
  const tabs = (count: Count) =>
    ['relationships', 'sessions', 'partners', 'map'].map((tab) => ({
      name: `replication-of-${count}-${tab}`,
      path: `/replication?tab=${tab}`,
      relationships: count,
    }))
  const [none, one, ...more] = counts
  return [
    ...tabs(none),
    ...tabs(one),
    {
      name: 'fault-relationships-one-half-silent',
      path: '/replication',
      relationships: one,
      isHalfSilent: true,
      open: (page) =>
        page
          .getByRole('link', { name: /^oracle-001/ })
          .first()
          .click(),
    },
    ...more.flatMap(tabs),
  ]
}

/** While a task is on its way: last of all, since every page tells of it. */
export const whileBusy: readonly View[] = [
  {
    name: 'task-running',
    path: '/tasks',
    isBusy: true,
    open: (page) =>
      page
        .getByRole('link', { name: /^Replicate .* to Frankfurt$/ })
        .first()
        .click(),
  },
  { name: 'overview-while-busy', path: '/', isBusy: true },
]

/** All of them, over what there is. */
export function viewsOf(places: Places): View[] {
  return [
    ...session(),
    ...appliances(places),
    ...pools(places),
    ...volumes(places),
    ...access(places),
    ...bulk(places),
    ...activity(places),
    ...rest(places),
    ...zoomed(places),
    ...sampledFaults(places),
  ]
}
