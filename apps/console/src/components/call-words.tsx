// What people read about calls before and after they are made.
import { figure, plural } from '../ui/plural.ts'

export const words = {
  api: 'API',
  heard: {
    apiCall: 'API call',
    calls: 'Calls',
    callShown: 'Call that is shown',
    copyCurl: 'Copy curl',
    operation: (title: string) => `API: ${title}`,
    applianceAsked: 'Appliance that is asked',
  },
  guide: (section: string) => `guide §${section}`,
  curlToAppliance: 'curl, from a machine that reaches the appliance',
  /** What the lines before curl are for. */
  pinned:
    'curl asks for the password. It goes by the certificate that the console has pinned: pin takes the one that the appliance shows, compares its fingerprint, and gives curl its key. --insecure leaves out authorities and names only: curl sends nothing to a server with another key.',
  asksForPassword: 'curl asks for the password.',
  curlToConsole: 'curl, to the console',
  token: (link: (text: string) => React.ReactNode) => (
    <>The variable TOKEN has an API token. An admin makes one under {link('Settings, API tokens')}.</>
  ),
  schema: {
    toggle: 'Schema',
    query: 'Query, as JSON Schema',
    body: 'Body, as JSON Schema',
    answer: 'Answer, as JSON Schema',
  },
  copy: 'Copy',
  copied: 'Copied',
  answer: 'Answer',
  answerWith: (status: number) => `Answer, status ${status}`,
  /** Of a plan, the first being 1. */
  step: (number: number) => `Step ${figure(number)}`,
  /** `text`: what stands for the field in a call that is shown. */
  later: (text: React.ReactNode, field: string, step: number) => (
    <>
      {text} stands for the {field} that step {figure(step)} answers.
    </>
  ),
  review: {
    /** Of several calls of one operation, the first one is shown as curl. */
    firstOf: (calls: number) =>
      plural(calls, { one: 'Called once.', other: 'Called # times: this is the first one of them.' }),
    onOneAppliance: (calls: number) =>
      plural(calls, {
        one: 'One call. It goes on when this page is closed.',
        other: '# calls on 1 appliance, in this order. They go on when this page is closed.',
      }),
    /** At least two of both. */
    onAppliances: (calls: number, appliances: number) =>
      plural(calls, {
        other: (count) =>
          plural(appliances, {
            other: (servers) =>
              `${count} calls on ${servers} appliances, in this order on each. They go on when this page is closed.`,
          }),
      }),
    /** How often a call is made, `Create volume on vsnap-01`. */
    times: (call: string, times: number) =>
      plural(times, { one: () => `${call}, once`, other: (number) => `${call}, ${number} times` }),
  },
}
