// What people read on the page of the audit trail.
export const words = {
  audit: 'Audit',
  /** What is known of a change, in the list and in its dialog. */
  facts: {
    when: 'When',
    who: 'Who',
    nobody: 'nobody was logged in',
    call: 'Call',
    appliance: 'Appliance',
    /** In place of an appliance. */
    console: 'The console itself',
    outcome: 'Outcome',
    from: 'From',
    requestId: 'Request id',
  },
  list: {
    lead: 'Every change that was made through this console',
    changes: 'Changes',
    what: 'What',
    ofConsole: 'the console itself',
    details: 'Details',
    older: 'Show older ones',
    heard: {
      row: (title: string, path: string) => `${title}: ${path}`,
    },
    empty: {
      title: 'Nothing was changed yet',
      text: 'Each change is written here before it is made: who asked for it, the exact call, and how it ended.',
    },
  },
  outcomes: {
    sent: 'Under way',
    done: 'Done',
    refused: 'Refused',
    unknown: 'Unknown',
  },
  entry: {
    heard: {
      change: 'Change',
    },
    untold: 'Nobody was told how it ended: look at the appliance.',
    status: 'Status',
    noAnswer: 'no answer',
    sent: 'What was sent, without secrets',
  },
}
