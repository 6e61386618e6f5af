// What people read in the guide to a replica: how it is used when its origin is lost, and how one comes back.
import { plural } from '../../ui/plural.ts'
import { said } from '../../ui/isolated.ts'

/** The name of the origin or of its system, where this console knows it. */
type Name = string | undefined

export const words = {
  noClone: 'There is no clone of this replica yet.',
  lost: {
    title: (home: Name) => (home === undefined ? 'When the other system is lost' : said`When ${home} is lost`),
    lead: (volume: Name, home: Name) => {
      if (volume === undefined)
        return home === undefined
          ? 'The replica itself is left alone: it stays the copy of the volume, and goes on when the other system is back.'
          : said`The replica itself is left alone: it stays the copy of the volume, and goes on when ${home} is back.`
      return home === undefined
        ? said`The replica itself is left alone: it stays the copy of ${volume}, and goes on when the other system is back.`
        : said`The replica itself is left alone: it stays the copy of ${volume}, and goes on when ${home} is back.`
    },
  },
  clone: {
    title: 'Clone a snapshot of the replica',
    newestMade: (snapshot: React.ReactNode, home: Name, made: React.ReactNode) =>
      home === undefined ? (
        <>
          The newest complete state is {snapshot}, made on the other system {made}. The clone is a volume of its own
          that begins so.
        </>
      ) : (
        <>
          The newest complete state is {snapshot}, made on <bdi>{home}</bdi> {made}. The clone is a volume of its own
          that begins so.
        </>
      ),
    newestArrived: (snapshot: React.ReactNode, arrived: React.ReactNode) => (
      <>
        The newest complete state is {snapshot}, which arrived {arrived}; when it was made there is not known here. The
        clone is a volume of its own that begins so.
      </>
    ),
    chooseAnother: (snapshots: number) =>
      plural(snapshots, { one: 'Choose another of # snapshot', other: 'Choose another of # snapshots' }),
    nothingYet: 'No snapshot has arrived completely yet: there is no state to go on with.',
    action: 'Clone the newest snapshot',
    refusal: 'No snapshot has arrived completely yet.',
  },
  share: {
    title: 'Share the clone',
    text: 'Clients mount the clone from here, under another path than before.',
    action: 'Share the clone',
    actionOf: (clone: string) => said`Share ${clone}`,
  },
  map: {
    title: 'Map the clone to hosts',
    text: 'Hosts see the clone as a disk of this appliance.',
    action: 'Map the clone',
    actionOf: (clone: string) => said`Map ${clone}`,
  },
  isReached: (clone: React.ReactNode) => <>{clone} can be reached</>,
  isNotReached: (clone: React.ReactNode) => <>{clone} is there, nobody reaches it yet</>,
  back: {
    title: (home: Name) => (home === undefined ? 'When the other system is back' : said`When ${home} is back`),
    lead: (volume: Name) =>
      volume === undefined
        ? 'The volume is there as it was, without what was written to the clone since. No call sends a clone into the volume that it came from: it goes back as a volume of its own, by a relationship in the other direction.'
        : said`${volume} is there as it was, without what was written to the clone since. No call sends a clone into the volume that it came from: it goes back as a volume of its own, by a relationship in the other direction.`,
  },
  sendBack: {
    title: (home: Name) =>
      home === undefined ? 'Replicate the clone to the other system' : said`Replicate the clone to ${home}`,
    text: 'The first session sends all of it while clients go on working.',
    action: 'Replicate the clone',
    actionOf: (clone: string) => said`Replicate ${clone}`,
    onItsWay: (clone: string, replica: Name) =>
      replica === undefined ? said`${clone} → replica` : said`${clone} → ${replica}`,
  },
  lastSession: {
    title: 'Stop the clients, and start one more session of it',
    text: 'It sends what was written meanwhile. When it is completed, both have the same.',
  },
  keepReplica: {
    title: 'Delete that relationship, and keep its replica',
    text: (home: Name) =>
      home === undefined
        ? 'The volume on the other system is then one of its own: share or map it there, and send the clients to it.'
        : said`The volume on ${home} is then one of its own: share or map it there, and send the clients to it.`,
  },
  tidyUp: {
    title: 'Tidy up',
    text: (home: Name, volume: Name, replica: string) => {
      if (volume === undefined)
        return home === undefined
          ? said`Delete the clone here when nobody needs it any more. Replicate the volume on the other system anew; the old volume, and ${replica} with its relationship, go when you delete them.`
          : said`Delete the clone here when nobody needs it any more. Replicate the volume on ${home} anew; the old volume, and ${replica} with its relationship, go when you delete them.`
      return home === undefined
        ? said`Delete the clone here when nobody needs it any more. Replicate the volume on the other system anew; ${volume}, and ${replica} with its relationship, go when you delete them.`
        : said`Delete the clone here when nobody needs it any more. Replicate the volume on ${home} anew; ${volume}, and ${replica} with its relationship, go when you delete them.`
    },
  },
  neverBack: {
    title: (home: Name) =>
      home === undefined ? 'When the other system never comes back' : said`When ${home} never comes back`,
  },
  removePartner: {
    title: 'Remove it as a partner of this appliance',
    text: 'The relationships go with a partner that does not answer. This replica is then a volume like any other: share or map it itself.',
    partner: (home: Name) => (home === undefined ? 'The partner' : said`Partner ${home}`),
    partners: 'Partners',
  },
}
