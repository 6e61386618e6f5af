// What people read about how clients and hosts reach what is stored.

export const words = {
  share: {
    nfs: 'NFS share',
    smb: 'SMB share',
    id: 'Id',
    created: 'Created',
    changed: 'Changed',
    access: 'Access',
    readOnly: 'read only',
    readAndWrite: 'read and write',
    allowedHosts: 'Allowed hosts',
    nobody: 'Nobody can reach this share: it allows no hosts.',
    everybody: 'all: everybody',
    onClient: 'On a client',
    windows: 'Windows',
    linux: 'Linux, as root',
    mount: 'Mount, as root',
  },
  iscsi: {
    onHost: 'On a host',
    portal: 'Portal',
    loading: 'loading',
    target: 'Target',
    serial: 'Serial',
  },
  noInitiators: 'none: it cannot see its LUNs',
}
