// What people read in the wizard that adds a partner.
import { said } from '../../ui/isolated.ts'

export const words = {
  title: 'Add partner',
  replication: 'Replication',
  submit: 'Add partner',
  leaving: 'This partner is not added yet.',
  notAllowed: 'You cannot add partners',
  done: (appliance: string, address: string) => said`${appliance} has a partner at ${address}`,
  kept: {
    task: (appliance: string, partner: string) => `Make ${appliance} and ${partner} partners`,
  },
  who: {
    name: 'Who',
    title: 'Which two get to know each other?',
    partner: 'Partner',
    partnerHelp: 'Both know each other afterwards: either can keep copies of the other’s volumes.',
    another: 'Another system, not in this console',
    partnerIsItself: 'An appliance is no partner of itself.',
  },
  address: {
    name: 'Address',
    /** `appliance`: undefined while its name is not known; so beneath. */
    title: (appliance: string | undefined) =>
      appliance === undefined
        ? 'How does the appliance reach the partner?'
        : said`How does ${appliance} reach the partner?`,
    address: 'Address of the partner',
    addressHelp: 'As the appliance reaches it, which may be another than the console does.',
    addressMissing: 'Enter the address of the partner.',
    port: 'Port',
    portWrong: 'Enter a port, 1 to 65535.',
    user: 'User name there',
    userMissing: 'Enter the user name there.',
    password: 'Password there',
    passwordMissing: 'Enter the password there.',
    account: (partner: string) =>
      said`The account is the one that the console has for ${partner}; nobody sees its password.`,
    ownAddress: (appliance: string | undefined) =>
      appliance === undefined
        ? 'Address of the appliance, as the partner reaches it'
        : said`Address of ${appliance}, as the partner reaches it`,
    ownAddressHelp: (host: string) => said`Left empty: ${host}, where the console reaches it.`,
  },
  review: {
    name: 'Review',
    title: 'Review',
  },
}
