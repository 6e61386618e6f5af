// What people read about calls before and after they are made.
import { figure, plural } from '../ui/plural.ts'

export const words = {
  api: 'API',
  heard: {
    apiCall: 'API call',
    calls: 'Calls',
    applianceAsked: 'Appliance that is asked',
  },
  guide: (section: string) => `guide §${section}`,
  curlToAppliance: 'curl, from a machine that reaches the appliance',
  curlToConsole: 'curl, to the console: COOKIE has the cookie of a session',
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
