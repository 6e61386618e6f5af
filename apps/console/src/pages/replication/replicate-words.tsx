// What people read in the wizard that replicates volumes.
import { figure, plural } from '../../ui/plural.ts'

export const words = {
  title: 'Replicate volumes',
  replication: 'Replication',
  submit: 'Replicate',
  leaving: 'Nothing is replicated yet.',
  notAllowed: 'You cannot replicate volumes',
  loading: 'Loading',
  /** `partner`: undefined when it is not in this console. */
  kept: {
    taskOfOne: (volume: string, partner: string | undefined) =>
      partner === undefined ? `Replicate ${volume} to a partner` : `Replicate ${volume} to ${partner}`,
    task: (count: number, partner: string | undefined) =>
      plural(
        count,
        partner === undefined
          ? { one: 'Replicate # volume to a partner', other: 'Replicate # volumes to a partner' }
          : {
              one: (volumes) => `Replicate ${volumes} volume to ${partner}`,
              other: (volumes) => `Replicate ${volumes} volumes to ${partner}`,
            },
      ),
  },
  volumes: {
    name: 'Volumes',
    title: 'Which volumes?',
    volumes: 'Volumes',
    volumesMissing: 'Choose at least one volume.',
    none: 'This appliance has no volumes yet.',
    onlyFirst: (shown: number, total: number, list: (text: string) => React.ReactNode) => (
      <>
        The first {figure(shown)} of {figure(total)} volumes. {list('The list of volumes')} finds all others, and
        replicates what is selected there.
      </>
    ),
  },
  partner: {
    name: 'Partner',
    title: 'Where do the copies go?',
    partnerMissing: 'Choose a partner.',
    poolMissing: 'Choose a pool.',
  },
  names: {
    name: 'Names, first session',
    title: 'How are the replicas called, and when do they begin?',
    reuse: 'Take up replicas that are there already',
    reuseHelp:
      'Volumes of these names that were kept when a relationship was deleted become its replicas again: only what changed since is sent.',
  },
  review: {
    name: 'Review',
    title: 'Review',
    volumes: (count: number) => plural(count, { one: 'Volume', other: '# volumes' }),
    partner: 'Partner',
    reuse: 'Already there',
    takenUp: 'volumes of these names become replicas again',
    firstSession: 'First session',
    now: 'now',
    later: 'later',
  },
}
