// What people read before something is destroyed.
import { said } from '../ui/isolated.ts'

export const words = {
  counting: 'Looking for what goes with it…',
  alsoGoes: 'This also goes, for good:',
  /** Of each kind of thing its own sentences: in other languages a noun cannot just be put into a gap. */
  of: {
    pool: {
      title: (name: string) => said`Delete pool ${name}?`,
      submit: 'Delete',
      refused: 'This pool cannot be deleted now',
      typeName: 'Type the name of the pool to confirm',
    },
    volume: {
      title: (name: string) => said`Delete volume ${name}?`,
      submit: 'Delete',
      refused: 'This volume cannot be deleted now',
      typeName: 'Type the name of the volume to confirm',
    },
    snapshot: {
      title: (name: string) => said`Delete snapshot ${name}?`,
      submit: 'Delete',
      refused: 'This snapshot cannot be deleted now',
      typeName: 'Type the name of the snapshot to confirm',
    },
    share: {
      title: (name: string) => said`Delete share ${name}?`,
      submit: 'Delete',
      refused: 'This share cannot be deleted now',
      typeName: 'Type the name of the share to confirm',
    },
    host: {
      title: (name: string) => said`Delete host ${name}?`,
      submit: 'Delete',
      refused: 'This host cannot be deleted now',
      typeName: 'Type the name of the host to confirm',
    },
    appliance: {
      title: (name: string) => said`Remove appliance ${name}?`,
      submit: 'Remove',
      refused: 'This appliance cannot be removed now',
      typeName: 'Type the name of the appliance to confirm',
    },
    relationship: {
      title: (name: string) => said`Delete relationship ${name}?`,
      submit: 'Delete',
      refused: 'This relationship cannot be deleted now',
      typeName: 'Type the name of the relationship to confirm',
    },
    partner: {
      title: (name: string) => said`Remove partner ${name}?`,
      submit: 'Remove',
      refused: 'This partner cannot be removed now',
      typeName: 'Type the name of the partner to confirm',
    },
    person: {
      title: (name: string) => said`Remove person ${name}?`,
      submit: 'Remove',
      refused: 'This person cannot be removed now',
      typeName: 'Type the name of the person to confirm',
    },
    token: {
      title: (name: string) => said`Revoke API token ${name}?`,
      submit: 'Revoke',
      refused: 'This API token cannot be revoked now',
      typeName: 'Type the name of the API token to confirm',
    },
    view: {
      title: (name: string) => said`Delete view ${name}?`,
      submit: 'Delete',
      refused: 'This view cannot be deleted now',
      typeName: 'Type the name of the view to confirm',
    },
  },
}
