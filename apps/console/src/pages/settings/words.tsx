// What people read in the settings, and in the reference of the API.
import { said } from '../../ui/isolated.ts'
import { plural } from '../../ui/plural.ts'

export const words = {
  settings: 'Settings',
  apiReference: 'API reference',
  tabs: {
    people: 'People',
    alerts: 'Alerts',
    notifications: 'Notifications',
    tokens: 'API tokens',
    about: 'About',
  },
  people: {
    adminsOnly: 'Only an admin sees the people of this console',
    people: 'People',
    name: 'Name',
    role: 'Role',
    added: 'Added',
    changed: 'Changed',
    none: 'Nobody may use this console',
    actions: {
      add: 'Add person',
      change: 'Change role or password',
      remove: 'Remove',
    },
  },
  person: {
    userName: 'User name',
    role: 'Role',
    roles: {
      viewer: 'Sees everything, changes nothing',
      operator: 'Changes volumes, snapshots, shares, hosts, replication',
      admin: 'Everything: appliances, pools, networks, people',
    },
  },
  addPerson: {
    title: 'Add person',
    submit: 'Add',
    password: 'Password',
    passwordHelp: 'At least 8 characters. Tell it to the person on a safe way.',
    done: (name: string, role: string) => said`${name} may log in as ${role}`,
  },
  editPerson: {
    title: (name: string) => said`Change ${name}`,
    description: "Ends the person's sessions.",
    submit: 'Save',
    password: 'New password',
    passwordHelp: 'Leave it empty to keep the one that they have.',
    passwordTooShort: 'expected at least 8 characters',
    done: (name: string) => said`${name} is changed, and has to log in again`,
  },
  removePerson: {
    consequence: 'every session in which they are logged in',
    note: 'What they did stays in the audit trail.',
    done: (name: string) => said`${name} may no longer log in`,
  },
  rules: {
    rules: 'Alert rules',
    when: 'Alert when',
    from: 'From',
    usually: (threshold: string) => `usually ${threshold}`,
    severity: 'Severity',
    severities: {
      danger: 'Critical',
      warning: 'Warning',
    },
    state: 'State',
    on: 'On',
    off: 'Off',
    none: 'Nothing is looked out for',
    actions: {
      changeThreshold: 'Change threshold',
      turnOn: 'Turn on',
      turnOff: 'Turn off',
    },
    turnedOn: 'From now on that is an alert',
    turnedOff: 'Nobody is told of that any more',
    unchanged: (why: string) => `Nothing was changed: ${why}`,
  },
  threshold: {
    title: 'Change threshold',
    submit: 'Save',
    threshold: 'Threshold',
    in: {
      minutes: 'Minutes',
      hours: 'Hours',
      days: 'Days',
      percent: 'Per cent',
      times: 'Times',
    },
    usually: (threshold: string) => `Usually ${threshold}.`,
    outside: (least: number, most: number) => `Enter a whole number from ${least} to ${most}.`,
    done: 'The threshold is changed',
  },
  notifications: {
    adminsOnly: 'Only an admin sees where messages go',
    messages: 'Messages',
    heard: {
      loading: 'Loading',
    },
    when: 'When',
    changeTimes: 'Change times',
    isBeingSent: 'It is being sent …',
    taken: (answer: string) => `It was taken: ${answer}`,
    testHelp: 'A test goes out at once, and this says what the other side answered.',
    endHelp: 'What is set up is forgotten, with its password or secret. What waits is not sent.',
    of: {
      mail: {
        title: 'E-mail',
        setUp: 'Set up mail',
        change: 'Change mail',
        arrives: 'Does mail arrive?',
        test: 'Send test mail',
        end: 'Send no mail any more',
        remove: 'Remove mail',
      },
      webhook: {
        title: 'Webhook',
        setUp: 'Set up webhook',
        change: 'Change webhook',
        arrives: 'Does the webhook answer?',
        test: 'Send test call',
        end: 'Call no webhook any more',
        remove: 'Remove webhook',
      },
    },
    noMail: 'None is sent. An alert, and its end, can be told to people who do not look here.',
    noWebhook: 'None is called. Another program can be told in JSON, signed as Standard Webhooks describes it.',
    signedWebhook: (url: string) => `JSON is posted to ${url}, signed.`,
    unsignedWebhook: (url: string) =>
      `JSON is posted to ${url}, not signed: give it a secret, so that the receiver knows who sends.`,
  },
  messages: {
    messages: 'Messages',
    message: 'Message',
    by: 'By',
    state: 'State',
    states: {
      sent: 'Sent',
      waiting: 'Waiting',
      failed: 'Given up',
    },
    tries: 'Tries',
    made: 'Made',
    empty: {
      title: 'No message yet',
      text: 'Once mail or a webhook is set up, what is sent stands here, and what did not arrive.',
    },
  },
  mail: {
    title: 'Mail',
    submit: 'Save',
    mail: 'Mail',
    none: 'none',
    server: 'Mail server',
    port: 'Port',
    portWrong: 'expected a port, 587',
    encryption: 'Encryption',
    encryptions: {
      starttls: 'STARTTLS (mostly port 587)',
      tls: 'TLS from the start (mostly port 465)',
      none: 'None: whoever listens can read it',
    },
    userName: 'User name',
    userNameHelp: 'Empty when the server wants to know nobody.',
    password: 'Password',
    passwordKept: 'Leave it empty to keep the one that is set.',
    from: 'From',
    to: 'To',
    toHelp: 'One address a line.',
    toWrong: 'expected e-mail addresses, one a line',
    certificate: 'Certificate of its CA',
    certificateHelp: 'PEM, only when no public authority vouches for the mail server.',
    done: 'Mail is set up. Send a test, to see that it arrives.',
  },
  webhook: {
    title: 'Webhook',
    description: 'It is posted JSON. Redirects are not followed, and what it answers is not read.',
    submit: 'Save',
    address: 'Address',
    addressExample: 'https://',
    secret: 'Secret',
    secretHelp: 'What it is signed with, at least 16 characters. Empty: not signed.',
    secretKept: 'What it is signed with, at least 16 characters. Leave it empty to keep the one that is set.',
    done: 'The webhook is set up. Send a test call, to see that it arrives.',
  },
  schedule: {
    title: 'When messages are sent',
    submit: 'Save',
    when: 'When',
    timeZone: 'Time zone',
    timeZoneHelp: 'Europe/Berlin, UTC, …',
    quietHours: 'Quiet hours',
    quietHoursHelp: 'What happens in them is told when they are over.',
    from: 'From',
    to: 'To',
    timeWrong: 'expected a time, 07:30',
    critical: 'What is critical is told at any hour',
    report: 'Daily report by mail',
    reportHelp: 'Capacity, alerts, failed sessions, changes of the last 24 hours, and what is unprotected.',
    reportAt: 'Sent at',
    /** What is told of it when somebody else changed it. */
    addressShort: 'Address',
    address: 'Address of this console',
    addressExample: 'https://',
    addressHelp: 'As people reach it: where links in messages lead. Empty: as it listens.',
    done: 'The times are changed',
  },
  removeChannel: {
    of: {
      mail: {
        title: 'Remove mail?',
        submit: 'Remove mail',
        consequences:
          'What is set up is forgotten, with its password. Messages that wait are not sent, and no daily report.',
      },
      webhook: {
        title: 'Remove webhook?',
        submit: 'Remove webhook',
        consequences: 'What is set up is forgotten, with its secret. Messages that wait are not sent.',
      },
    },
    done: 'Nobody is told on this way any more',
  },
  tokens: {
    adminsOnly: 'Only an admin sees the API tokens of this console',
    tokens: 'API tokens',
    name: 'Name',
    opens: 'Opens',
    metricsOnly: 'metrics only',
    apiAs: (role: string) => `the API, as ${role}`,
    madeBy: 'Made by',
    made: 'Made',
    expires: 'Expires',
    never: 'never',
    lastUsed: 'Last used',
    actions: {
      make: 'Make token',
      revoke: 'Revoke',
    },
    empty: {
      title: 'No program uses this console',
      text: 'With a token a script reaches every appliance through the console, without knowing their passwords, and Prometheus reads the metrics.',
    },
  },
  makeToken: {
    title: 'Make API token',
    description: 'A program sends it with each call, as Authorization: Bearer.',
    submit: 'Make',
    name: 'Name',
    nameHelp: 'Of the program. The audit trail calls it so.',
    use: 'What it may do',
    uses: {
      viewer: { label: 'Reads the API', help: 'Sees everything, changes nothing' },
      operator: { label: 'Works as an operator', help: 'Changes volumes, snapshots, shares, hosts, replication' },
      admin: { label: 'Works as an admin', help: 'Everything, except managing people and tokens' },
      metrics: { label: 'Reads the metrics', help: 'Only /metrics, for Prometheus' },
    },
    expiresIn: 'Expires in',
    terms: {
      days: (days: number) => plural(days, { one: '# day', other: '# days' }),
      year: 'A year',
      never: 'Never',
      neverHelp: 'Revoke it when nobody needs it any more',
    },
  },
  newToken: {
    title: (name: string) => said`Token ${name}`,
    text: 'Copy it now: it is shown this once, and kept nowhere.',
    heard: {
      token: 'The token',
    },
    copy: 'Copy',
    copied: 'Copied',
    close: 'I have copied it',
  },
  revokeToken: {
    consequence: 'every program that uses it: it is refused at once',
    note: 'What was done with it stays in the audit trail.',
    done: (name: string) => said`${name} is revoked`,
  },
  about: {
    product: 'Product',
    console: 'vSnap Console',
    vsnapApi: 'vSnap API',
    vsnapOperations: (count: number) =>
      plural(count, { one: '# operation, each explained', other: '# operations, each explained' }),
    consoleApi: 'Console API',
    consoleOperations: (count: number) => plural(count, { one: '# operation', other: '# operations' }),
    description: 'Description',
    openApi: 'OpenAPI 3.1 document of both',
    licence: 'Licence',
  },
  reference: {
    all: (count: number) =>
      plural(count, { one: '# operation of the vSnap API', other: '# operations of the vSnap API' }),
    found: (count: number, all: number) =>
      plural(all, {
        one: `${count} of # operation of the vSnap API`,
        other: `${count} of # operations of the vSnap API`,
      }),
    heard: {
      find: 'Find operations',
    },
    findBy: 'Find by name, title, path or section',
    nothingFound: (text: string) => `No operation matches “${text}”.`,
    /** The chapters of the guide, by number. */
    chapters: {
      2: 'System',
      3: 'Users',
      4: 'Networks',
      5: 'Targets',
      6: 'Disks',
      7: 'Pools',
      8: 'Volumes',
      9: 'Shares',
      10: 'Hosts',
      11: 'Snapshots',
      12: 'Partners',
      13: 'Relationships',
      14: 'Sessions',
    },
  },
  operation: {
    reads: (call: React.ReactNode, section: string, role: string) => (
      <>
        {call}, section {section} of the guide, for people with the role {role}.
      </>
    ),
    changes: (call: React.ReactNode, section: string, role: string, resources: readonly string[]) => (
      <>
        {call}, section {section} of the guide, for people with the role {role}; changes {resources.join(', ')}.
      </>
    ),
    destroys: (call: React.ReactNode, section: string, role: string, resources: readonly string[]) => (
      <>
        {call}, section {section} of the guide, for people with the role {role}; destroys something, so that the console
        asks for the name first; changes {resources.join(', ')}.
      </>
    ),
    alsoAs: (addresses: React.ReactNode) => <>Also as {addresses}</>,
    query: 'Query, as JSON Schema',
    body: 'Body, as JSON Schema',
    answer: 'Answer, as JSON Schema',
  },
  tryOperation: {
    heard: {
      form: (title: string) => `Try ${title}`,
    },
    noAppliance: 'Add an appliance to try this call.',
    appliance: 'Appliance',
    address: 'Address',
    submit: 'Send',
    answer: (status: number) => `Answer, status ${status}`,
  },
}
