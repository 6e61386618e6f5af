import { spawnSync } from 'node:child_process'
import type { Plan, PlanStep } from '@vsnap/console-api/plan.ts'
import { expect, it } from 'vitest'
import { planScript, planSource } from './plan-script.ts'

const step = (n: number, operation: string, rest: Partial<PlanStep>): PlanStep => ({
  n,
  appliance: { id: 'a1', name: 'Frankfurt 1' },
  operation,
  title: operation,
  params: null,
  query: null,
  body: null,
  state: 'succeeded',
  call: null,
  status: 200,
  answer: null,
  error: null,
  request_id: 'r',
  found: false,
  undo: null,
  time_started: null,
  time_ended: null,
  ...rest,
})

const plan: Plan = {
  id: 'p',
  title: "Volume it's\nmine",
  user: 'admin',
  actor: 'admin',
  state: 'succeeded',
  undoing: false,
  counts: {
    queued: 0,
    running: 0,
    waiting: 0,
    succeeded: 3,
    failed: 0,
    unknown: 0,
    cancelled: 0,
    undone: 0,
  },
  total: 3,
  appliances: [{ id: 'a1', name: 'Frankfurt 1' }],
  time_created: 0,
  time_ended: 1,
  steps: [
    step(0, 'volumeCreate', { body: { name: "o'brien $(touch x)", volume_type: 'filesystem', pool_id: '1' } }),
    step(1, 'shareCreate', { params: { id: { $ref: 'steps.0.result.id' } }, body: { share_type: 'smb' } }),
    step(2, 'partnerCreate', {
      body: { remote_addr: '10.0.0.2', remote_user: 'x', remote_pass: { $secret: 'appliance:b2' } },
    }),
  ],
}
const script = planScript(plan, [{ id: 'a1', url: 'https://fra:8900', username: 'console' }])

it('is a script that bash can read', () => {
  expect(spawnSync('bash', ['-n'], { input: script }).stderr.toString()).toBe('')
})

it('sends exactly the body, whatever is in it, and puts answers where they are referred to', () => {
  // The script's own words, with curl as a shell function that tells what it was given.
  const stub = `curl() { for each in "$@"; do printf '[%s]' "$each" >&2; done; echo '{"id":"42"}'; }
jq() { [ "$*" = '--raw-output .id' ] && echo 42; }
VSNAP_FRANKFURT_1_PASSWORD=secret
VSNAP_PARTNER_PASSWORD=other
`
  const { stderr, status } = spawnSync('bash', [], { input: stub + script })
  expect(status).toBe(0)
  const [first, second, third] = stderr.toString().split('[--silent]').slice(1)
  expect(first).toContain(`[{"name":"o'brien $(touch x)","volume_type":"filesystem","pool_id":"1"}]`)
  expect(first).toContain('[--user][console:secret]')
  expect(first).toContain('[https://fra:8900/api/volume]')
  expect(second).toContain('[https://fra:8900/api/volume/42/share]')
  expect(third).toContain('"remote_pass":"other"')
})

it('has no password in it', () => expect(script).toContain('VSNAP_FRANKFURT_1_PASSWORD:?'))

it('makes the same plan again from its JSON', () =>
  expect(planSource(plan)).toEqual({
    title: plan.title,
    steps: [
      { appliance: 'a1', operation: 'volumeCreate', body: plan.steps[0]?.body },
      { appliance: 'a1', operation: 'shareCreate', params: plan.steps[1]?.params, body: { share_type: 'smb' } },
      { appliance: 'a1', operation: 'partnerCreate', body: plan.steps[2]?.body },
    ],
  }))
