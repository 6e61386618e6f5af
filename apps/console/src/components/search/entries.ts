import type { ConsoleOperation } from '@vsnap/console-api/api.ts'
import type { FoundObject } from '@vsnap/console-api/fleet.ts'
import type { VsnapOperation } from '@vsnap/vsnap-api/api.ts'
import { objectPages, paths, withSearch } from '../../paths.ts'
import { places } from '../places.ts'
import { plain } from '../../ui/isolated.ts'
import { locale } from '../../ui/locale.ts'
import { words as own } from './words.ts'

/** Something that a search leads to. */
export interface Entry {
  readonly key: string
  readonly text: string
  /** What it is, where, and by what it was found. */
  readonly aside?: string
  readonly to: string
  /** Why not now. */
  readonly refusal?: string | undefined
}

/** A group of what was found; its heading is among the words. */
export interface EntryGroup {
  readonly name: keyof typeof own.groups
  readonly entries: readonly Entry[]
}

interface Named {
  readonly id: string
  readonly name: string
}

/** Actions are shown for so many appliances at most. */
const atMost = 8

const wordsOf = (q: string) => q.trim().toLocaleLowerCase(locale).split(/\s+/)
const matches = (text: string, words: readonly string[]) =>
  words.every((word) => text.toLocaleLowerCase(locale).includes(word))

/** Pages that no line of the navigation leads to, and tabs of those that one leads to. */
const inner = (appliance: string | undefined): readonly { text: string; within: string; to: string }[] => {
  const { settings, replication, overview } = own.within
  const ofSettings = (tab: string) => paths.settings({ tab })
  const ofReplication = (tab: string) => paths.replication({ tab, appliance })
  return [
    { text: own.pages.people, within: settings, to: ofSettings('people') },
    { text: own.pages.alertRules, within: settings, to: ofSettings('alerts') },
    { text: own.pages.notifications, within: settings, to: ofSettings('notifications') },
    { text: own.pages.tokens, within: settings, to: ofSettings('tokens') },
    { text: own.pages.about, within: settings, to: ofSettings('about') },
    { text: own.pages.relationships, within: replication, to: ofReplication('relationships') },
    { text: own.pages.sessions, within: replication, to: ofReplication('sessions') },
    { text: own.pages.partners, within: replication, to: ofReplication('partners') },
    { text: own.pages.map, within: replication, to: ofReplication('map') },
    { text: own.pages.report, within: overview, to: paths.report() },
    { text: own.pages.withoutSnapshot, within: overview, to: paths.unprotected('snapshot') },
    { text: own.pages.withoutReplica, within: overview, to: paths.unprotected('relationship') },
    { text: own.pages.views, within: overview, to: paths.views() },
  ]
}

/** The console's pages whose names have the words, and, when there are words, what is within them. */
export function pagesFor(q: string, appliance: string | undefined): Entry[] {
  const words = wordsOf(q)
  const all = places(appliance).flatMap((entry) => ('group' in entry ? entry.places : [entry]))
  const found = [...all, { text: own.apiReference, to: paths.apiReference() }]
    .filter(({ text }) => matches(text, words))
    .map(({ text, to }) => ({ key: `page/${to}`, text, to }))
  if (q.trim() === '') return found
  return [
    ...found,
    ...inner(appliance)
      .filter(({ text, within }) => matches(`${text} ${within}`, words))
      .map(({ text, within, to }) => ({ key: `page/${to}`, text, aside: within, to })),
  ]
}

interface Begin {
  readonly operation: keyof typeof own.actions
  readonly to: (appliance: string | undefined) => string
}

const begins: readonly Begin[] = [
  { operation: 'poolCreate', to: (appliance) => paths.poolCreate({ appliance }) },
  { operation: 'volumeCreate', to: (appliance) => paths.volumeCreate({ appliance }) },
  {
    operation: 'snapshotCreate',
    to: (appliance) => withSearch(paths.snapshots(), { appliance, do: 'create' }),
  },
  { operation: 'shareCreate', to: (appliance) => paths.shareCreate({ appliance }) },
  { operation: 'hostCreate', to: (appliance) => paths.hosts({ appliance, do: 'create' }) },
  { operation: 'hostMap', to: (appliance) => paths.hostMap({ appliance }) },
  { operation: 'relationshipCreate', to: (appliance) => paths.replicate({ appliance }) },
  { operation: 'partnerCreate', to: (appliance) => paths.partnerAdd({ appliance }) },
  { operation: 'applianceCreate', to: () => paths.applianceAdd() },
  { operation: 'userCreate', to: () => paths.settings({ tab: 'people', do: 'add' }) },
  { operation: 'tokenCreate', to: () => paths.settings({ tab: 'tokens', do: 'make' }) },
  { operation: 'mailSet', to: () => paths.settings({ tab: 'notifications', do: 'mail' }) },
  { operation: 'webhookSet', to: () => paths.settings({ tab: 'notifications', do: 'webhook' }) },
  { operation: 'notificationScheduleSet', to: () => paths.settings({ tab: 'notifications', do: 'schedule' }) },
]

/** What can be begun whose words are these: `create pool on vsnap-02`, also without the appliance. */
export function actionsFor(
  q: string,
  appliances: readonly Named[],
  refusal: (operation: VsnapOperation | ConsoleOperation) => string | undefined,
): Entry[] {
  const words = wordsOf(q)
  return begins
    .flatMap(({ operation, to }) => {
      const { label, on } = own.actions[operation]
      const entry = (text: string, appliance?: string): Entry => ({
        key: `action/${text}`,
        text,
        to: to(appliance),
        refusal: refusal(operation),
      })
      if (matches(label, words)) return [entry(label)]
      // Or it is about no appliance that the console knows.
      if (!on) return []
      return appliances.filter(({ name }) => matches(plain(on(name)), words)).map(({ id, name }) => entry(on(name), id))
    })
    .slice(0, q.trim() === '' ? begins.length : atMost)
}

/** Objects that the console's server found. */
export function objectsFrom(found: readonly FoundObject[]): Entry[] {
  return found.map(({ resource, appliance, id, name, match }) => ({
    key: `${resource} ${appliance.id}/${id}`,
    text: name,
    aside: [own.objects[resource](appliance.name), ...(match ? [own.foundBy(match.field, match.text)] : [])].join(', '),
    to: objectPages[resource](appliance.id, id),
  }))
}

/** Appliances by name, address, or the id of their system. */
export function appliancesFor(
  q: string,
  appliances: readonly (Named & { readonly url: string; readonly system_id?: string | null })[],
): Entry[] {
  const wanted = q.trim().toLocaleLowerCase(locale)
  if (wanted === '') return []
  return appliances
    .filter(({ name, url, system_id: system }) => matches(`${name} ${url} ${system ?? ''}`, [wanted]))
    .slice(0, atMost)
    .map(({ id, name, url }) => ({
      key: `appliance/${id}`,
      text: name,
      aside: own.appliance(url),
      to: paths.appliance(id),
    }))
}
