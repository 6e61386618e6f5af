// What people read of calls: what went wrong with them, and what is not allowed.

export const words = {
  /** By what a person can do about it; `cause` is the same within a sentence, after a colon. */
  errors: {
    gone: { title: 'This does not exist (any more)', cause: 'this does not exist (any more)' },
    'not-allowed': { title: 'You are not allowed to do this', cause: 'you are not allowed to do this' },
    unreachable: { title: 'No answer', cause: 'no answer' },
    credentials: {
      title: 'The appliance rejected the user name or password',
      cause: 'the appliance rejected the user name or password',
    },
    certificate: {
      title: 'The appliance shows another certificate',
      cause: 'the appliance shows another certificate',
    },
    'not-initialised': { title: 'The appliance is not initialised', cause: 'the appliance is not initialised' },
    failed: { title: 'This did not work', cause: 'this did not work' },
  },
  mistake: {
    title: 'The console made a mistake',
    cause: 'the console made a mistake',
    message: (problem: string) => `${problem}. Reload the page; if it happens again, report it.`,
  },
  consoleUnreachable: 'The console’s server does not answer. Check the network, or whether the server runs.',
  nothingToDo: 'What was chosen is not there any more, or not read yet: there is nothing to do. Go back and look.',
  needsRole: (needed: string, own: string) => `This needs the role ${needed}; you are ${own}.`,
  callOn: (call: string, appliance: string) => `${call} on ${appliance}`,
  storedPassword: '<stored password>',
}
