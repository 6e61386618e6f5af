import { describe, expect, it } from 'vitest'
import { mountLine, serviceHost, uncPath } from './mount-line.ts'

describe('serviceHost', () => {
  const management = { id: '1', name: 'ens1', ip4_addrs: ['10.0.0.5'], services: ['mgmt'] }
  const storage = { id: '2', name: 'ens2', ip4_addrs: ['10.1.0.5', '10.1.0.6'], services: ['nfs', 'smb'] }

  it('is the first address of an interface that carries the service', () => {
    expect(serviceHost('https://vault:8900', [management, storage], 'nfs')).toBe('10.1.0.5')
    expect(serviceHost('https://vault:8900', [{ ...management, services: ['all'] }], 'iscsi')).toBe('10.0.0.5')
  })

  it('is where the appliance itself is when no interface says so', () => {
    expect(serviceHost('https://vault.example.com:8900', [management], 'nfs')).toBe('vault.example.com')
    expect(serviceHost('https://vault.example.com:8900', undefined, 'smb')).toBe('vault.example.com')
  })
})

it('mounts NFS by its path, SMB by its name', () => {
  expect(mountLine({ name: '/data/vol1', share_type: 'nfs' }, '10.0.0.5')).toBe(
    'mount -t nfs 10.0.0.5:/data/vol1 /mnt/vol1',
  )
  expect(mountLine({ name: 'pool1_fs2', share_type: 'smb' }, 'vault')).toBe(
    'mount -t cifs //vault/pool1_fs2 /mnt/pool1_fs2 -o username=USER',
  )
  expect(uncPath({ name: 'pool1_fs2' }, 'vault')).toBe('\\\\vault\\pool1_fs2')
})

it('quotes names that a shell would take apart', () => {
  expect(mountLine({ name: "/data/it's $HOME", share_type: 'nfs' }, 'vault')).toBe(
    `mount -t nfs 'vault:/data/it'\\''s $HOME' '/mnt/it'\\''s $HOME'`,
  )
})
