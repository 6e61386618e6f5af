// What people read in the wizard that replicates volumes.
import { plural } from '../../ui/plural.ts'

const volumes = (count: number) => plural(count, { one: '# volume', other: '# volumes' })

export const words = {
  title: 'Replicate volumes',
  replication: 'Replication',
  submit: 'Replicate',
  leaving: 'Nothing is replicated yet.',
  notAllowed: 'You cannot replicate volumes',
  loading: 'Loading',
  /** In the place of the partner’s name. */
  unknownPartner: 'a partner',
  kept: {
    taskOfOne: (volume: string, partner: string) => `Replicate ${volume} to ${partner}`,
    task: (count: number, partner: string) => `Replicate ${volumes(count)} to ${partner}`,
  },
  volumes: {
    name: 'Volumes',
    title: 'Which volumes?',
    appliance: 'Appliance',
    chooseAppliance: 'Choose an appliance',
    applianceMissing: 'Choose an appliance.',
    volumes: 'Volumes',
    volumesMissing: 'Choose at least one volume.',
    none: 'This appliance has no volumes yet.',
    onlyFirst: (shown: string, total: string, list: (text: string) => React.ReactNode) => (
      <>
        The first {shown} of {total} volumes. {list('The list of volumes')} finds all others, and replicates what is
        selected there.
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
  },
}
