// What people read on the pages of replication: relationships, sessions, partners, and the map of them.
import { said } from '../../ui/isolated.ts'
import { figure, plural } from '../../ui/plural.ts'

export const words = {
  loading: 'Loading',
  replication: 'Replication',
  tabs: {
    relationships: 'Relationships',
    sessions: 'Sessions',
    partners: 'Partners',
    map: 'Map',
  },
  actions: {
    addPartner: 'Add partner',
    replicate: 'Replicate volumes',
    startMany: 'Start sessions',
    cancelSession: 'Cancel session',
    removePartner: 'Remove partner',
    replicateTo: 'Replicate volumes to it',
  },
  /** Beside an arrow, in the places of names that this console does not know. */
  unknownAppliance: 'another system',
  unknownReplica: 'replica',
  relationshipGone: 'its relationship is gone',
  relationships: {
    volume: 'Volume',
    /** `appliance`: undefined when it is not in this console; so beneath. */
    on: (appliance: string | undefined) => (appliance === undefined ? 'on another system' : said`on ${appliance}`),
    replica: 'Replica',
    protection: 'Protection',
    lag: 'Lag, target',
    lastSuccess: 'Last success',
    // In the file, each by itself.
    appliance: 'Appliance',
    replicaAppliance: 'Appliance of the replica',
    now: 'Now',
    known: 'Known',
    lagAlone: 'Lag',
    lagTarget: 'Lag target',
    lastSent: 'Last sent',
    lastSnapshot: 'Last snapshot',
    sessionsLately: 'Last sessions',
    failedLately: 'Of these failed',
    neverSucceeded: 'never',
    sessions: 'Sessions',
    created: 'Created',
    nameOn: (volume: string, appliance: string | undefined) =>
      appliance === undefined ? said`${volume} on another system` : said`${volume} on ${appliance}`,
    usualTarget: (target: string) => `Lag target: ${target}`,
    anywhere: 'anywhere',
    showAll: 'Show all relationships',
    empty: {
      title: 'Nothing is replicated yet',
      text: 'A relationship keeps a copy of a volume on a partner, another appliance: each session sends what changed since the last one.',
    },
  },
  startMany: {
    title: (count: number) => plural(count, { one: 'Start # session?', other: 'Start # sessions?' }),
    submit: (count: number) => plural(count, { one: 'Start # session', other: 'Start # sessions' }),
    task: (count: number) => plural(count, { one: 'Start # session', other: 'Start # sessions' }),
    note: 'Each sends a new snapshot of its volume. On one appliance they follow each other; appliances work side by side.',
  },
  relationship: {
    title: 'Relationship',
    heard: {
      session: (id: string) => `session ${id}`,
    },
    /** Which side says nothing. */
    silent: {
      primary: {
        title:
          'The volume’s appliance says nothing of it: it does not answer, is not in this console, or has forgotten it',
        text: 'What the other side knows is shown, and what this one last said.',
      },
      replica: {
        title:
          'The replica’s appliance says nothing of it: it does not answer, is not in this console, or has forgotten it',
        text: 'What the other side knows is shown, and what this one last said.',
      },
      both: {
        title: 'Neither appliance says anything of it now',
        text: 'What they last said is shown.',
      },
    },
    ends: 'Ends',
    volume: 'Volume',
    replica: 'Replica',
    id: 'Id',
    created: 'Created',
    protection: 'Protection',
    lag: 'Lag, target',
    ownTarget: 'a target of its own',
    lastSuccess: 'Last success',
    neverSucceeded: 'never',
    snapshot: 'Snapshot',
    noSnapshot: 'none',
    sent: 'Sent',
    sessions: 'Sessions',
    noSession: 'No session yet',
  },
  sessions: {
    status: 'Status',
    statusUnknown: 'unknown',
    volume: 'Volume',
    from: 'From',
    to: 'To',
    heard: {
      nameOn: (id: string, appliance: string) => `session ${id} on ${appliance}`,
    },
    relationshipGone: 'Its relationship is gone.',
    empty: {
      title: 'No session yet',
      text: 'A session sends one snapshot of a volume to its replica. One is started from its relationship.',
    },
  },
  session: {
    title: (id: string) => `Session ${id}`,
    canceled: 'This session was canceled',
    failed: 'This session failed',
    whatIsThere:
      'The replica is at the last complete snapshot, nothing of this one is left there. The next session sends what is missing.',
    session: 'Session',
    sent: 'Sent',
    message: 'Message',
    noMessage: 'none',
    waitsFor: 'Waits for',
    looking: 'loading',
    waitsForNothing: 'nothing: it begins in a moment',
    waitsForOthers: (count: number) =>
      plural(count, {
        one: '# session of this appliance before it',
        other: '# sessions of this appliance before it',
      }),
    queued: 'Queued',
    started: 'Started',
    ended: 'Ended',
    took: 'Took',
    id: 'Id',
    ends: 'From where to where',
    relationship: 'Relationship',
    from: 'From',
    to: 'To',
    snapshot: 'Snapshot',
    onReplica: 'On the replica',
    noSnapshot: 'none yet',
    sentTo: 'Sent to',
    sentToUnknown: 'not known yet',
  },
  partners: {
    partner: 'Partner',
    notHere: 'not in this console',
    needsAttention: 'Needs attention',
    appliance: 'Of appliance',
    address: 'Address there',
    reachedAt: (address: string) => said`the console reaches this system at ${address}`,
    notReached: 'not reached from the console, which may be on another network',
    systemId: 'System id',
    added: 'Added',
    heard: {
      nameOf: (partner: string, appliance: string) => `${partner} of ${appliance}`,
    },
    empty: {
      title: 'No partners yet',
      text: 'Two appliances have to know each other before one can keep copies of the other’s volumes.',
    },
  },
  /** What is wrong with a partnership. */
  trouble: {
    anotherSystem: (address: string, found: string) =>
      said`At ${address} the console finds ${found}, which is another system.`,
    elsewhere: (address: string, partner: string) =>
      said`${address} no longer leads to ${partner}: what answers there has another certificate.`,
    /** `partner`: undefined when it is not in this console. */
    anotherCertificate: (address: string, partner: string | undefined) =>
      partner === undefined
        ? said`${address} shows another certificate than the console trusts for the partner: that has a new one, or the address leads to another system now.`
        : said`${address} shows another certificate than the console trusts for ${partner}: that has a new one, or the address leads to another system now.`,
    replaced: (partner: string) => said`Another system answers at the address of ${partner}.`,
    oneSided: (partner: string, appliance: string) => said`${partner} does not have ${appliance} as a partner.`,
  },
  partner: {
    of: (appliance: React.ReactNode) => <>partner of {appliance}</>,
    mend: 'Sessions between the two will fail. Add the partner again with its address and account: that mends it.',
    partner: 'Partner',
    appliance: 'Appliance',
    notHere: 'not in this console',
    systemId: 'System id',
    seenFromIt: 'Seen from it',
    nameOf: (appliance: string, partner: string) => said`${appliance}, partner of ${partner}`,
    applianceNotHere: 'its appliance is not in this console',
    added: 'Added',
    changed: 'Changed',
    address: 'Address',
    from: (appliance: string) => said`From ${appliance}`,
    fromConsole: 'From the console',
    foundThere: 'Found there',
    looking: 'loading',
    /** What the console found at the partner’s address: it looks at the certificate only. */
    found: {
      same: 'the certificate of that appliance',
      other: 'another certificate',
      nobody: 'nobody, from the console; it may be on another network',
      unknown: 'nothing to compare: the partner is not in this console',
    },
    sshPort: 'SSH port',
    between: 'Relationships between the two',
    relationships: 'Relationships',
    nothingBetween: 'Nothing is replicated between the two',
    replicate: (appliance: string, partner: string) => said`Replicate volumes of ${appliance} to ${partner}`,
  },
  removePartner: {
    relationships: (count: number) =>
      plural(count, { one: '# relationship between the two', other: '# relationships between the two' }),
    forget: (appliance: string) => said`${appliance} and the partner forget each other. Volumes stay on both.`,
    relationshipsFirst:
      'While the partner answers, relationships are deleted first, each with its replica or without it.',
    done: (appliance: string) => said`${appliance} has forgotten the partner`,
  },
  map: {
    label: 'Replication between appliances',
    fromTo: 'From → to',
    volumes: 'Volumes',
    worst: 'Worst of them',
    /** How all volumes of an arrow are protected, when there are several. */
    all: {
      current: 'Current',
      late: 'All late',
      never: 'All never synced',
      failed: 'All failed',
    },
    /** How so many of them are. */
    some: {
      current: (count: number) => `${figure(count)} current`,
      late: (count: number) => `${figure(count)} late`,
      never: (count: number) => `${figure(count)} never synced`,
      failed: (count: number) => `${figure(count)} failed`,
    },
    behind: (lag: string) => `${lag} behind`,
    sending: 'sending',
    unknownSystem: (id: string) => `system ${id}…`,
    ofVolumes: (count: number) => plural(count, { one: '# volume', other: '# volumes' }),
    arrow: (from: string, to: string, facts: readonly string[]) => said`${from} → ${to}: ${facts.join(', ')}`,
    heard: {
      fromTo: (from: string, to: string) => `${from} to ${to}`,
    },
    legend:
      'The thicker an arrow, the more volumes; its colour and word tell of those that are worst protected. Dashed: something is being sent now. In a circle: the relationships of that appliance. Words that have no room are in the table.',
    empty: {
      title: 'Nothing is replicated yet',
      text: 'Appliances that replicate to each other stand here, with an arrow for each direction.',
    },
  },
}
