import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readOptions } from './options.ts'

describe('the command line', () => {
  it('has a default for everything', () => {
    expect(readOptions([])).toEqual({
      host: '127.0.0.1',
      port: 8900,
      data: resolve(process.env.INIT_CWD ?? '', '.data/appliance'),
      engine: 'simulated',
      help: false,
    })
  })

  it('takes what it is given', () => {
    expect(
      readOptions([
        '--port',
        '0',
        '--host',
        '::1',
        '--data',
        '/srv/a',
        '--disks',
        '4',
        '--disk-size',
        '8796093022208',
        '--engine',
        'zfs',
      ]),
    ).toEqual({
      host: '::1',
      port: 0,
      data: '/srv/a',
      engine: 'zfs',
      disks: 4,
      diskSize: 8 * 2 ** 40,
      help: false,
    })
  })

  it.each([
    [['--port', '70000'], /--port 70000: expected a whole number from 0 to 65535/],
    [['--port', '-1'], /--port/],
    [['--disks', 'many'], /--disks many: expected a whole number/],
    [['--disk-size', '8T'], /--disk-size 8T: expected a whole number/],
    [['--engine', 'btrfs'], /--engine btrfs is not known; it is one of simulated, zfs/],
    [['--colour', 'red'], /--colour/],
    [['something'], /something/],
  ])('refuses %j', (args, words) => {
    expect(() => readOptions(args)).toThrow(words)
  })
})
