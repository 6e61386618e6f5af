import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Plan, PlanStep } from '@vsnap/console-api/plan.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { vsnapCall } from '../../api/calls.ts'
import { asCurl, type Reached } from '../../api/shell.ts'
import { planScript, planSource } from './plan-script.ts'

const step = (n: number, operation: string, rest: Partial<PlanStep>): PlanStep => ({
  n,
  appliance: { id: 'a1', name: 'Frankfurt 1' },
  operation,
  title: operation,
  about: null,
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
const script = planScript(plan, [{ id: 'a1', url: 'https://fra:8900', username: 'console', fingerprint: null }])

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

it('keeps an answer under the number that people know the step by', () => {
  const lines = script.split('\n')
  expect(lines[lines.indexOf('# Step 1: volumeCreate') + 1]).toContain('STEP_1=$(call ')
  expect(script).toContain(`/api/volume/"$(jq --raw-output .id <<<"$STEP_1")"/share`)
})

it('has variables of its own for each of two appliances of one name', () => {
  const second = { ...step(1, 'shareCreate', {}), appliance: { id: 'a2', name: 'Frankfurt-1' } }
  const both = planScript({ ...plan, steps: [step(0, 'shareCreate', {}), second] }, [])
  expect(both.match(/^VSNAP_\w+(?=_URL=)/gm)).toEqual(['VSNAP_FRANKFURT_1', 'VSNAP_FRANKFURT_1_NO_2'])
})

it('makes the same plan again from its JSON', () =>
  expect(planSource(plan)).toEqual({
    title: plan.title,
    steps: [
      { appliance: 'a1', operation: 'volumeCreate', body: plan.steps[0]?.body },
      { appliance: 'a1', operation: 'shareCreate', params: plan.steps[1]?.params, body: { share_type: 'smb' } },
      { appliance: 'a1', operation: 'partnerCreate', body: plan.steps[2]?.body },
    ],
  }))

describe('against an appliance', () => {
  const [username, password] = ['vsuser', 'catal0gic']
  const data = mkdtempSync(join(tmpdir(), 'vsnap-script-'))
  let appliance: ChildProcess
  let reached: Reached

  beforeAll(async () => {
    const main = process.env.APPLIANCE_MAIN ?? join(import.meta.dirname, '../../../../appliance/src/main.ts')
    appliance = spawn(process.execPath, [main, '--port', '0', '--data', data, '--disks', '6'], {
      env: { ...process.env, APPLIANCE_USER: username, APPLIANCE_PASSWORD: password, LOG_LEVEL: 'warn' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    for await (const text of appliance.stdout?.iterator({ destroyOnReturn: false }) ?? []) {
      said += String(text)
      const [, url, fingerprint] = /(https:\/\/\S+:\d+)\S*.*?((?:[0-9A-F]{2}:){31}[0-9A-F]{2})/s.exec(said) ?? []
      if (url === undefined || fingerprint === undefined) continue
      reached = { url, username, fingerprint }
      return
    }
    throw new Error(`The appliance ended before it listened.\n${said}`)
  })
  afterAll(async () => {
    appliance.kill('SIGKILL')
    if (appliance.exitCode === null && appliance.signalCode === null) await once(appliance, 'close')
    rmSync(data, { recursive: true })
  })

  const made: Plan = {
    ...plan,
    steps: [
      step(0, 'systemInit', { title: 'Initialise', body: { action: 'init', async: false, skip_pool: false } }),
      step(1, 'hostCreate', { title: 'Create host', body: { name: 'esx-01' } }),
      step(2, 'hostUpdate', {
        title: 'Change host',
        params: { id: { $ref: 'steps.1.result.id' } },
        body: { name: 'esx-02' },
      }),
      step(3, 'hostView', { title: 'View host', params: { id: { $ref: 'steps.1.result.id' } } }),
    ],
  }
  /** Runs a script as a person does, without a terminal: where curl asks for a password, it reads one. */
  const run = (text: string, env: Readonly<Record<string, string>>, typed = '') => {
    const { status, stdout, stderr } = spawnSync('setsid', ['--wait', 'bash', '-c', text], {
      input: typed,
      env: { ...process.env, ...env },
    })
    return { status, out: stdout.toString(), told: stderr.toString() }
  }
  const withPassword = (VSNAP_FRANKFURT_1_PASSWORD: string) => ({ VSNAP_FRANKFURT_1_PASSWORD })
  const text = (other: Partial<Reached> = {}, of = made) => planScript(of, [{ id: 'a1', ...reached, ...other }])

  it('does all of it, and shows each answer', () => {
    const { status, out, told } = run(text(), withPassword(password))
    expect(told).toBe('')
    expect(status).toBe(0)
    expect(JSON.parse(out.trim().split('\n').at(-1) ?? '')).toMatchObject({ name: 'esx-02' })
  })

  it('stops where it is refused, and says at which step and in the words of the appliance', () => {
    const wrong = run(text(), withPassword('wrong'))
    expect(wrong.status).not.toBe(0)
    expect(wrong.told).toContain('Stopped at Step 1: Initialise.')
    expect(wrong.told).toMatch(/"error":.*"message"/)
    expect(wrong.out).toBe('')

    const twice = { ...made, steps: [step(0, 'hostView', { params: { id: '99' }, title: 'View host' }), ...made.steps] }
    const gone = run(text({}, twice), withPassword(password))
    expect(gone.told).toContain('Stopped at Step 1: View host. What comes before it is done, the rest is not.')
    expect(gone.told).toMatch(/"error":.*99/)
  })

  it('sends nothing to who shows another certificate than the pinned one', () => {
    const other = 'AB:'.repeat(31).concat('CD')
    const { status, told } = run(text({ fingerprint: other }), withPassword(password))
    expect(status).not.toBe(0)
    expect(told).toMatch(/^127\.0\.0\.1:\d+ does not show the certificate that the console has pinned/)
    const call = vsnapCall('systemView', {})
    expect(run(asCurl({ ...reached, fingerprint: other }, call), {}, `${password}\n`)).toMatchObject({ out: '' })
    // A key that is not there is no key that fits.
    const without = asCurl(reached, call).replace(/^PIN=.*$/m, 'PIN=')
    expect(run(without, {}, `${password}\n`)).toMatchObject({ status: 90, out: '' })
  })

  it('is the same for a single call: curl asks for the password', () => {
    const { status, out } = run(asCurl(reached, vsnapCall('systemView', {})), {}, `${password}\n`)
    expect(status).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ api_version: '1.0' })
  })
})
