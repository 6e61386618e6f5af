// What people read in the wizard that maps volumes to a host.
import { said } from '../../ui/isolated.ts'
import { plural } from '../../ui/plural.ts'

export const words = {
  title: 'Map volumes',
  hosts: 'Hosts',
  submit: 'Map',
  leaving: 'Nothing is mapped yet.',
  /** `host`: undefined while its name is not known, here and with the task; `lun`: when the appliance does not say it. */
  done(host: string | undefined, lun: number | null | undefined) {
    if (lun == null) return host === undefined ? 'The host sees the volume' : said`${host} sees the volume`
    return host === undefined ? `The host sees the volume as LUN ${lun}` : said`${host} sees the volume as LUN ${lun}`
  },
  kept: {
    task: (count: number, host: string | undefined) =>
      plural(
        count,
        host === undefined
          ? { one: 'Map # volume to a host', other: 'Map # volumes to a host' }
          : {
              one: (figure) => `Map ${figure} volume to ${host}`,
              other: (figure) => `Map ${figure} volumes to ${host}`,
            },
      ),
  },
  host: {
    name: 'Host',
    title: 'Which host?',
    unread: 'The hosts could not be read',
    host: 'Host',
    chooseHost: 'Choose a host',
    hostMissing: 'Choose a host.',
    none: 'There is no host on this appliance yet.',
    createHost: 'Create a host',
    isBlind: 'It has no initiator yet, and cannot see its LUNs.',
  },
  volumes: {
    name: 'Volumes',
    title: 'Which volumes does it see?',
    volumes: 'Volumes',
    volumesMissing: 'Choose at least one volume.',
    none: 'There is no lun on this appliance yet.',
    isSeen: 'It sees this one already.',
  },
  review: {
    name: 'Review',
    title: 'Review',
  },
}
