// What people read while they add an appliance, or many from a list.
import { said } from '../../ui/isolated.ts'
import { figure, plural } from '../../ui/plural.ts'

export const words = {
  appliances: 'Appliances',
  one: {
    title: 'Add appliance',
    steps: {
      address: 'Address',
      certificate: 'Certificate',
      account: 'Name and account',
      found: 'What was found',
      initialise: 'Initialise',
    },
    add: 'Add appliance',
    done: (name: string) => said`Appliance ${name} added`,
    see: 'See the appliance',
    finish: 'Finish',
    initialise: 'Initialise',
    close: 'Close',
    later: 'Initialise later',
    leaving: 'This appliance is not added yet.',
    address: {
      title: 'Where is it?',
      address: 'Address',
      example: 'vsnap.example.com',
      help: 'Host name or IP address; the port is 8900 when none is given.',
      missing: 'Enter the address of the appliance',
      several: (link: (text: string) => React.ReactNode) => (
        <>Several with one account? {link('Add many from a list')}</>
      ),
    },
    certificate: {
      title: 'Is it really this appliance?',
      text: 'No certificate authority vouches for the appliance, so compare its certificate’s fingerprint with the one shown on the appliance. From then on the console trusts this certificate alone. Nothing secret was sent yet.',
      command: 'On the appliance, this shows it:',
      compared: 'I compared it; it is the same',
      notCompared: 'Compare the fingerprint first',
    },
    account: {
      name: 'Name',
      nameHelp: 'As the console shows it.',
      noName: 'Enter a name',
      nameTooLong: 'At most 256 characters',
      userNameHelp: 'An account of the appliance, of the group vsnap.',
      passwordHelp: 'Kept encrypted by the console’s server, and sent to this appliance only.',
    },
    found: {
      title: (name: string) => said`${name} is added`,
      state: 'State',
      initialisation: 'Initialisation',
      version: 'Version',
      pools: 'Pools',
      volumes: 'Volumes',
      loading: 'loading',
      notInitialised: {
        title: 'It is not initialised',
        text: 'Until it is, it can have no pools and no volumes. The next step does it.',
      },
    },
    initialize: {
      title: 'Initialise the system',
    },
  },
  many: {
    title: 'Add appliances',
    steps: {
      addresses: 'Addresses',
      certificates: 'Certificates',
      account: 'Account',
      results: 'Results',
    },
    next: 'Next',
    add: (count: number) => plural(count, { one: 'Add # appliance', other: 'Add # appliances' }),
    again: (count: number) => plural(count, { other: 'Try # again' }),
    finish: 'Finish',
    close: 'Close',
    done: (count: number) => plural(count, { one: '# appliance added', other: '# appliances added' }),
    leaving: 'These appliances are not added yet.',
    leavingSome: 'Some of these appliances are not added yet.',
    progress: (done: number, all: number) =>
      plural(done, { one: `# of ${figure(all)} has answered`, other: `# of ${figure(all)} have answered` }),
    notAsked: 'not asked yet',
    noCertificate: 'No certificate',
    addresses: {
      title: 'Where are they?',
      addresses: 'Addresses',
      example: 'vsnap-01.example.com\n10.0.0.5:8900 Vienna',
      help: 'One a line: a host name or IP address, and behind it a name when it is not to be that of the host. The port is 8900 when none is given.',
      missing: 'Enter the addresses of the appliances, one a line.',
      tooMany: (count: number, most: number) =>
        plural(count, { other: `These are # addresses; ${figure(most)} at most are added at once.` }),
      addressTwice: (url: string) => `${url} is there twice.`,
      nameTwice: (name: string) => said`Two lines have the name ${name}.`,
      addOne: 'Add one appliance',
      heard: {
        silent: 'No answer',
      },
    },
    certificates: {
      title: 'Are they really these appliances?',
      text: 'Compare each certificate’s fingerprint with the one shown on its appliance. What is not compared is left out. Nothing secret was sent yet.',
      command: 'On an appliance, this shows it (with its own port):',
      vouchedFor: 'a certificate authority vouches for it',
      compared: (url: string) => (
        <>
          I compared it; it is the same
          <span className="pf-v6-screen-reader"> for {url}</span>
        </>
      ),
      noneCompared: 'Compare at least one fingerprint.',
      heard: {
        certificates: 'Certificates',
      },
    },
    account: {
      userNameHelp:
        'One account for all of them, of the group vsnap. Those that have another one can be tried again with it.',
      passwordHelp: 'Kept encrypted by the console’s server, and sent to these appliances only.',
      leftOut: (count: number) =>
        plural(count, {
          one: '# of the list is left out: no certificate, or it was not compared.',
          other: '# of the list are left out: no certificate, or it was not compared.',
        }),
    },
    results: {
      title: (added: number, all: number) => `${figure(added)} of ${figure(all)} added`,
      text: 'Mend the list or the account of what is missing in the steps before, or try it again. What is added stays as it is.',
      initialise: 'Initialise',
      notAdded: 'Not added',
      notTried: 'not tried yet',
      leftOut: 'left out: its certificate was not compared',
      heard: {
        results: 'Results',
      },
    },
  },
  account: {
    title: 'How does the console log in?',
    userName: 'User name',
    noUserName: 'Enter the user name',
    userNameColon: 'A user name has no colon',
    password: 'Password',
    noPassword: 'Enter the password',
  },
}
