/** A pool as an appliance answers it: some two dozen disks, 1.4 kB. */
const disks = (count: number, seed: number) =>
  Array.from({ length: count }, (_, index) => `/dev/disk/by-id/scsi-36000c29${String(seed + index).padStart(24, '0')}`)

export const samplePool = {
  id: '1',
  name: 'primary',
  pool_type: 'raid6',
  status: 'ONLINE',
  health: '100',
  size_total: '51146941562880',
  size_free: '44633209995264',
  size_used: '6513731567616',
  size_raw: '70368744177664',
  compression: true,
  compression_ratio: '1.42',
  deduplication: false,
  deduplication_ratio: '1.00',
  diskgroup_size: '8',
  encryption: { enabled: false },
  syncwrite: true,
  disks: { raid6_group1: disks(8, 100), raid6_group2: disks(8, 200), spare: disks(2, 300) },
  time_created: '1482259893',
  time_updated: '1482259893',
}

export const sampleSystem = {
  id: 'f0f0f0f0f0f04f0f8f0f0f0f0f0f0f0f',
  hostname: 'plain',
  fqdn: 'plain',
  init_status: 'Ready',
  multipool: true,
  vsnap_version: '1.0.0-19',
  api_version: '1.0',
}
