import type { VsnapOperation } from './api.ts'

/** A sample of the vSnap REST API guide, as it stands there (but for JSON commas that the guide has too many or too few). */
export interface Sample {
  readonly section: string
  readonly operation: VsnapOperation
  readonly part: 'body' | 'result'
  readonly json: unknown
}

/** Every request body and every answer that the guide shows, in its order. */
export const samples: readonly Sample[] = [
  {
    section: '2.1',
    operation: 'systemView',
    part: 'result',
    json: {
      fqdn: 'sid-vsnap-dev',
      hostname: 'sid-vsnap-dev',
      id: '69813aef15146b54092deac8564e1249',
      init_status: 'Not Initialized',
      multipool: false,
      api_version: '1.0',
      nfs_version: '1.3.0-0.33.el7_3',
      nginx_version: '1.10.2-1.el7',
      os_name: 'CentOS Linux',
      os_version: '7.3.1611',
      samba_version: '4.4.4-13.el7_3',
      uwsgi_version: '2.0.14-6.el7',
      vsnap_version: '1.0.0-19',
      zfs_version: '0.6.5.10-1.el7.centos'
    },
  },
  {
    section: '2.2',
    operation: 'systemInit',
    part: 'body',
    json: {
      action: 'init',
      async: true,
      multipool: false,
      skip_pool: false
    },
  },
  {
    section: '2.2',
    operation: 'systemInit',
    part: 'result',
    json: {
      fqdn: 'sid-vsnap-dev',
      hostname: 'sid-vsnap-dev',
      id: '69813aef15146b54092deac8564e1249',
      init_status: 'Initializing',
      multipool: false,
      nfs_version: '1.3.0-0.33.el7_3',
      nginx_version: '1.10.2-1.el7',
      os_name: 'CentOS Linux',
      os_version: '7.3.1611',
      samba_version: '4.4.4-13.el7_3',
      uwsgi_version: '2.0.14-6.el7',
      vsnap_version: '1.0.0-19',
      zfs_version: '0.6.5.10-1.el7.centos'
    },
  },
  {
    section: '3.1',
    operation: 'userList',
    part: 'result',
    json: {
      total: 2,
      users: [
        {
          gid: '1000',
          name: 'sbhatt',
          role: 'vsnap_admin',
          uid: '1000'
        },
        {
          gid: '1001',
          name: 'vsuser',
          role: 'vsnap_admin',
          uid: '1001'
        }
      ]
    },
  },
  {
    section: '4.1',
    operation: 'networkList',
    part: 'result',
    json: {
      networks: [
        {
          id: '005056b45302',
          name: 'ens192',
          hw_addr: '005056b45302',
          ip4_addrs: [
            '172.20.46.61'
          ],
          ip6_addrs: [
            'fe80::250:56ff:feb4:5302'
          ],
          services: [
            'mgmt',
            'nfs',
            'smb'
          ]
        }
      ],
      total: 1
    },
  },
  {
    section: '4.2',
    operation: 'networkUpdate',
    part: 'body',
    json: {
      services: [
        'nfs',
        'smb'
      ]
    },
  },
  {
    section: '4.2',
    operation: 'networkUpdate',
    part: 'body',
    json: {
      services: [
        'all'
      ]
    },
  },
  {
    section: '4.2',
    operation: 'networkUpdate',
    part: 'result',
    json: {
      id: '005056b45302',
      name: 'ens192',
      hw_addr: '005056b45302',
      ip4_addrs: [
        '172.20.46.61'
      ],
      ip6_addrs: [
        'fe80::250:56ff:feb4:5302'
      ],
      services: [
        'nfs',
        'smb',
        'iscsi'
      ]
    },
  },
  {
    section: '5.1',
    operation: 'targetList',
    part: 'result',
    json: {
      targets: [
        {
          type: 'iqn',
          wwn: 'iqn.2017-08.com.catalogic.vsnap:69813aef15146b54092deac8564e1249'
        }
      ],
      total: 1
    },
  },
  {
    section: '6.1',
    operation: 'diskList',
    part: 'result',
    json: {
      disks: [
        {
          model: 'Virtual disk',
          name: '/dev/sdd',
          size: '4194304',
          type: 'SCSI',
          uuid: '36000c298311c49a6b3df90fc0e4082f4',
          vendor: 'VMware',
          used_as: 'unused'
        },
        {
          model: 'Virtual disk',
          name: '/dev/sdc',
          size: '4194304',
          type: 'SCSI',
          uuid: '36000c2926edea86a7ca731e360ecb878',
          vendor: 'VMware',
          used_as: 'unused'
        }
      ],
      total: 2
    },
  },
  {
    section: '6.2',
    operation: 'diskRescan',
    part: 'body',
    json: {
      action: 'rescan'
    },
  },
  {
    section: '6.2',
    operation: 'diskRescan',
    part: 'result',
    json: {},
  },
  {
    section: '7.1',
    operation: 'poolCreate',
    part: 'body',
    json: {
      name: 'demo1',
      disk_list: [],
      pool_type: 'raid6',
      compression: true,
      deduplication: true,
      syncwrite: false
    },
  },
  {
    section: '7.1',
    operation: 'poolCreate',
    part: 'result',
    json: {
      compression: true,
      compression_ratio: '1.00x',
      deduplication: true,
      deduplication_ratio: '1.00x',
      diskgroup_size: '8',
      disks: {
        raid6_group1: [
          '/dev/disk/by-id/scsi-36000c2907913236e99b5ac26e6d344cb',
          '/dev/disk/by-id/scsi-36000c296b2cf9bb3713f26969facf4eb',
          '/dev/disk/by-id/scsi-36000c29c5530671e23bc54f329662140',
          '/dev/disk/by-id/scsi-36000c293febb97ec85d65aeefd519f2a',
          '/dev/disk/by-id/scsi-36000c29654ce70661e2d360c9ae73e83',
          '/dev/disk/by-id/scsi-36000c293478228096f1c50f355f738b8',
          '/dev/disk/by-id/scsi-36000c298311c49a6b3df90fc0e4082f4',
          '/dev/disk/by-id/scsi-36000c29011b0fd065435a3ccf94a8890'
        ],
        raid6_group2: [
          '/dev/disk/by-id/scsi-36000c29fdd069485029d31123b9a993f',
          '/dev/disk/by-id/scsi-36000c2936c9a9811b73e7840d3eca311',
          '/dev/disk/by-id/scsi-36000c29397c718dedb3474f7308176e1',
          '/dev/disk/by-id/scsi-36000c29aa4ce736c6e7bd1c480a64dc4',
          '/dev/disk/by-id/scsi-36000c29662a1e5715c18e0939be1e49f',
          '/dev/disk/by-id/scsi-36000c2926edea86a7ca731e360ecb878',
          '/dev/disk/by-id/scsi-36000c29cc6f4e6c6184cb3319f55c3ae'
        ]
      },
      id: '1',
      name: 'demo1',
      pool_type: 'raid6',
      size_before_compression: '2668643328',
      size_before_deduplication: '904680960',
      size_total: '22613000803',
      size_free: '22613000803',
      size_used: '155037',
      status: 'ONLINE',
      syncwrite: false,
      health: '100',
      time_created: '1497365131',
      time_updated: '1497365131'
    },
  },
  {
    section: '7.2',
    operation: 'poolList',
    part: 'result',
    json: {
      pools: [
        {
          id: '1',
          name: 'demo1',
          pool_type: 'raid6',
          size_total: '22613000803',
          size_free: '22613000803',
          size_used: '155037',
          status: 'ONLINE',
          health: '100',
          time_created: '1497365131',
          time_updated: '1497365131'
        }
      ],
      total: 1
    },
  },
  {
    section: '7.3',
    operation: 'poolView',
    part: 'result',
    json: {
      compression: true,
      compression_ratio: '1.00x',
      deduplication: true,
      deduplication_ratio: '1.00x',
      diskgroup_size: '8',
      disks: {
        raid6_group1: [
          '/dev/disk/by-id/scsi-36000c2907913236e99b5ac26e6d344cb',
          '/dev/disk/by-id/scsi-36000c296b2cf9bb3713f26969facf4eb',
          '/dev/disk/by-id/scsi-36000c29c5530671e23bc54f329662140',
          '/dev/disk/by-id/scsi-36000c293febb97ec85d65aeefd519f2a',
          '/dev/disk/by-id/scsi-36000c29654ce70661e2d360c9ae73e83',
          '/dev/disk/by-id/scsi-36000c293478228096f1c50f355f738b8',
          '/dev/disk/by-id/scsi-36000c298311c49a6b3df90fc0e4082f4',
          '/dev/disk/by-id/scsi-36000c29011b0fd065435a3ccf94a8890'
        ],
        raid6_group2: [
          '/dev/disk/by-id/scsi-36000c29fdd069485029d31123b9a993f',
          '/dev/disk/by-id/scsi-36000c2936c9a9811b73e7840d3eca311',
          '/dev/disk/by-id/scsi-36000c29397c718dedb3474f7308176e1',
          '/dev/disk/by-id/scsi-36000c29aa4ce736c6e7bd1c480a64dc4',
          '/dev/disk/by-id/scsi-36000c29662a1e5715c18e0939be1e49f',
          '/dev/disk/by-id/scsi-36000c2926edea86a7ca731e360ecb878',
          '/dev/disk/by-id/scsi-36000c29cc6f4e6c6184cb3319f55c3ae'
        ]
      },
      id: '1',
      name: 'demo1',
      pool_type: 'raid6',
      size_before_compression: '2668643328',
      size_before_deduplication: '904680960',
      size_total: '22613000803',
      size_free: '22613000803',
      size_used: '155037',
      status: 'ONLINE',
      syncwrite: false,
      health: '100',
      time_created: '1497365131',
      time_updated: '1497365131'
    },
  },
  {
    section: '7.4.1',
    operation: 'poolUpdate',
    part: 'body',
    json: {
      name: 'newName',
      compression: false,
      deduplication: true,
      syncwrite: true
    },
  },
  {
    section: '7.4.2',
    operation: 'poolExpand',
    part: 'body',
    json: {
      action: 'expand',
      disk_list: []
    },
  },
  {
    section: '7.4.3',
    operation: 'poolAddLog',
    part: 'body',
    json: {
      action: 'addlog',
      disk_list: [
        '36000c29cc6f4e6c6184cb3319f55c3ae',
        '36000c29cc6f4e6c6184cb3319f55c3af'
      ]
    },
  },
  {
    section: '7.4.3',
    operation: 'poolRemoveLog',
    part: 'body',
    json: {
      action: 'removelog'
    },
  },
  {
    section: '7.4.4',
    operation: 'poolAddCache',
    part: 'body',
    json: {
      action: 'addcache',
      disk: '36000c29cc6f4e6c6184cb3319f55c3ae'
    },
  },
  {
    section: '7.4.4',
    operation: 'poolRemoveCache',
    part: 'body',
    json: {
      action: 'removecache'
    },
  },
  {
    section: '7.4.5',
    operation: 'poolAddSpare',
    part: 'body',
    json: {
      action: 'addspare',
      disk_list: [
        '36000c29cc6f4e6c6184cb3319f55c3ae',
        '36000c29cc6f4e6c6184cb3319f55c3af'
      ]
    },
  },
  {
    section: '7.4.5',
    operation: 'poolRemoveSpare',
    part: 'body',
    json: {
      action: 'removespare',
      disk_list: [
        '36000c29cc6f4e6c6184cb3319f55c3ae'
      ]
    },
  },
  {
    section: '7.5',
    operation: 'poolDelete',
    part: 'result',
    json: {},
  },
  {
    section: '8.1',
    operation: 'volumeCreate',
    part: 'body',
    json: {
      name: 'my_new_vol',
      volume_type: 'lun',
      pool_id: '1',
      size_total: '1073741824',
      size_block: '512'
    },
  },
  {
    section: '8.1',
    operation: 'volumeClone',
    part: 'body',
    json: {
      name: 'my_clone_vol',
      snapshot_id: '5'
    },
  },
  {
    section: '8.1',
    operation: 'volumeCreate',
    part: 'body',
    json: {
      name: 'my_file_lun',
      volume_type: 'filebackedlun',
      parent_id: '1',
      parent_path: 'my_files/file1.img'
    },
  },
  {
    section: '8.1',
    operation: 'volumeCreate',
    part: 'result',
    json: {
      id: '1',
      name: 'my_new_vol',
      volume_type: 'lun',
      is_clone: false,
      serial: '68d65662-0bbf-4fd6-90f0-85a5d62df761',
      pool_id: '1',
      pool_name: 'demo1',
      size_total: '1073741824',
      size_free: '1073741824',
      size_used: '35856',
      parent_id: null,
      parent_path: null,
      snapshot_id: null,
      share_id: null,
      host_ids: [],
      time_created: '1497365131',
      time_updated: '1497365131'
    },
  },
  {
    section: '8.1',
    operation: 'volumeCreate',
    part: 'result',
    json: {
      id: '2',
      name: 'my_file_lun',
      volume_type: 'filebackedlun',
      is_clone: false,
      serial: '68d65662-0bbf-4fd6-90f0-85a5d62df761',
      pool_id: '1',
      pool_name: 'demo1',
      size_total: null,
      size_free: null,
      size_used: null,
      parent_id: '1',
      parent_path: 'my_files/file1.img',
      snapshot_id: null,
      share_id: null,
      host_ids: [],
      time_created: '1497365131',
      time_updated: '1497365131'
    },
  },
  {
    section: '8.2',
    operation: 'volumeList',
    part: 'result',
    json: {
      volumes: [
        {
          id: '1',
          volume_type: 'filesystem',
          is_clone: false,
          name: 'myfs1',
          pool_id: '1',
          size_total: null,
          size_free: '1073741824',
          size_used: '35856',
          time_created: '1497365131',
          time_updated: '1497365131'
        },
        {
          id: '2',
          volume_type: 'lun',
          is_clone: false,
          name: 'myvol2',
          pool_id: '1',
          size_total: '22613000803',
          size_free: '22613000803',
          size_used: '35856',
          time_created: '1497365131',
          time_updated: '1497365131'
        }
      ],
      total: 2
    },
  },
  {
    section: '8.3',
    operation: 'volumeView',
    part: 'result',
    json: {
      id: '1',
      name: 'my_new_vol',
      volume_type: 'lun',
      is_clone: false,
      serial: '68d65662-0bbf-4fd6-90f0-85a5d62df761',
      pool_id: '1',
      pool_name: 'demo1',
      size_total: '1073741824',
      size_free: '1073741824',
      size_used: '35856',
      parent_id: null,
      parent_path: null,
      snapshot_id: null,
      share_id: null,
      host_ids: [],
      time_created: '1497365131',
      time_updated: '1497365131'
    },
  },
  {
    section: '8.5',
    operation: 'volumeDelete',
    part: 'result',
    json: {},
  },
  {
    section: '8.6',
    operation: 'snapshotCreate',
    part: 'body',
    json: {
      name: 'ecx_1007_1234567890_myvol1'
    },
  },
  {
    section: '8.6',
    operation: 'snapshotCreate',
    part: 'result',
    json: {
      id: '1',
      name: 'ecx_1007_1234567890_myvol1',
      parent_id: '1',
      parent_name: 'myvol1',
      pool_id: '1',
      pool_name: 'demo1',
      has_clones: true,
      size_used: '35856',
      version_id: '6021379531292140614',
      time_created: '1497365131',
      time_updated: '1497365131'
    },
  },
  {
    section: '8.7',
    operation: 'volumeSnapshotList',
    part: 'result',
    json: {
      snapshots: [
        {
          id: '1',
          name: 'ecx_1007_1234567890_myvol1',
          parent_id: '1',
          time_created: '1497365131',
          time_updated: '1497365131'
        },
        {
          id: '2',
          name: 'ecx_1007_9876543210_myvol1',
          parent_id: '1',
          time_created: '1497369523',
          time_updated: '1497369523'
        }
      ],
      total: 2
    },
  },
  {
    section: '8.8',
    operation: 'shareCreate',
    part: 'body',
    json: {
      share_type: 'nfs',
      share_options: {
        read_only: false,
        allowed_hosts: [
          'all'
        ]
      }
    },
  },
  {
    section: '8.8',
    operation: 'shareCreate',
    part: 'result',
    json: {
      id: '1',
      name: '/data/vol1',
      vol_id: '1',
      share_type: 'nfs',
      share_options: {
        read_only: false,
        allowed_hosts: [
          '172.20.0.0/16',
          '172.19.1.6'
        ]
      },
      time_created: '1497365131',
      time_updated: '1497365131'
    },
  },
  {
    section: '8.9',
    operation: 'volumeShareDelete',
    part: 'result',
    json: {},
  },
  {
    section: '8.10',
    operation: 'volumeMap',
    part: 'body',
    json: {
      host_id: '1'
    },
  },
  {
    section: '8.10',
    operation: 'volumeMap',
    part: 'result',
    json: {
      vol_id: '1',
      lun: '0'
    },
  },
  {
    section: '9.1',
    operation: 'shareList',
    part: 'result',
    json: {
      shares: [
        {
          id: '1',
          name: '/data/vol1',
          vol_id: '1',
          share_type: 'nfs',
          time_created: '1497365131',
          time_updated: '1497365131'
        },
        {
          id: '2',
          name: 'pool1_fs2',
          vol_id: '2',
          share_type: 'smb',
          time_created: '1497365131',
          time_updated: '1497365131'
        }
      ],
      total: 2
    },
  },
  {
    section: '9.2',
    operation: 'shareView',
    part: 'result',
    json: {
      id: '1',
      name: '/data/vol1',
      share_type: 'nfs',
      vol_id: '1',
      share_options: {
        read_only: false,
        allowed_hosts: [
          '172.20.0.0/16',
          '172.19.1.6'
        ]
      },
      time_created: '1497365131',
      time_updated: '1497365131'
    },
  },
  {
    section: '9.3',
    operation: 'shareUpdate',
    part: 'body',
    json: {
      share_type: 'nfs',
      share_options: {
        read_only: false,
        allowed_hosts: [
          '172.20.0.0/16',
          '172.19.1.6'
        ]
      }
    },
  },
  {
    section: '9.3',
    operation: 'shareUpdate',
    part: 'result',
    json: {
      id: '1',
      name: '/data/vol1',
      vol_id: '1',
      share_type: 'nfs',
      share_options: {
        read_only: false,
        allowed_hosts: [
          '172.20.0.0/16',
          '172.19.1.6'
        ]
      },
      time_created: '1497365131',
      time_updated: '1497365131'
    },
  },
  {
    section: '9.4',
    operation: 'shareDelete',
    part: 'result',
    json: {},
  },
  {
    section: '10.1',
    operation: 'hostCreate',
    part: 'body',
    json: {
      name: 'sid-oracle-47',
      iqns: [
        'iqn.1988-12.com.oracle:devoracle47'
      ]
    },
  },
  {
    section: '10.1',
    operation: 'hostCreate',
    part: 'result',
    json: {
      id: '1',
      name: 'sid-oracle-47',
      iqns: [
        'iqn.1988-12.com.oracle:devoracle47'
      ],
      mapped_luns: [],
      time_created: '1497365131',
      time_updated: '1497365131'
    },
  },
  {
    section: '10.2',
    operation: 'hostList',
    part: 'result',
    json: {
      hosts: [
        {
          id: '1',
          name: 'sid-oracle-47',
          iqns: [
            'iqn.1988-12.com.oracle:devoracle47'
          ],
          time_created: '1497365131',
          time_updated: '1497365131'
        },
        {
          id: '2',
          name: 'sid-oracle-45',
          iqns: [
            'iqn.1988-12.com.oracle:devoracle45'
          ],
          time_created: '1497365131',
          time_updated: '1497365131'
        }
      ],
      total: '2'
    },
  },
  {
    section: '10.3',
    operation: 'hostView',
    part: 'result',
    json: {
      id: '1',
      name: 'sid-oracle-47',
      iqns: [
        'iqn.1988-12.com.oracle:devoracle47'
      ],
      mapped_luns: [
        {
          lun: '0',
          vol_id: '1'
        },
        {
          lun: '1',
          vol_id: '2'
        }
      ],
      time_created: '1497365131',
      time_updated: '1497365131'
    },
  },
  {
    section: '10.4',
    operation: 'hostUpdate',
    part: 'body',
    json: {
      name: 'new-host-name'
    },
  },
  {
    section: '10.4',
    operation: 'hostUpdate',
    part: 'body',
    json: {
      name: 'new-host-name',
      iqns: [
        'iqn.1988-12.com.oracle:devoracle46',
        'iqn.1988-12.com.oracle:devoracle47'
      ]
    },
  },
  {
    section: '10.4',
    operation: 'hostUpdate',
    part: 'body',
    json: {
      iqns: []
    },
  },
  {
    section: '10.4',
    operation: 'hostUpdate',
    part: 'result',
    json: {
      id: '1',
      name: 'new-host-name',
      iqns: [
        'iqn.1988-12.com.oracle:devoracle46',
        'iqn.1988-12.com.oracle:devoracle47'
      ],
      mapped_luns: [],
      time_created: '1497365131',
      time_updated: '1497365131'
    },
  },
  {
    section: '10.5',
    operation: 'hostMap',
    part: 'body',
    json: {
      action: 'map',
      vol_id: '2'
    },
  },
  {
    section: '10.5',
    operation: 'hostMap',
    part: 'result',
    json: {
      vol_id: '2',
      lun: '1'
    },
  },
  {
    section: '10.6',
    operation: 'hostUnmap',
    part: 'body',
    json: {
      action: 'unmap',
      vol_id: '2'
    },
  },
  {
    section: '10.6',
    operation: 'hostUnmap',
    part: 'result',
    json: {},
  },
  {
    section: '10.7',
    operation: 'hostDelete',
    part: 'result',
    json: {},
  },
  {
    section: '11.1',
    operation: 'snapshotList',
    part: 'result',
    json: {
      snapshots: [
        {
          id: '1',
          name: 'ecx_1007_1234567890_myvol1',
          parent_id: '1',
          time_created: '1497365131',
          time_updated: '1497365131'
        },
        {
          id: '2',
          name: 'ecx_1007_9876543210_myvol1',
          parent_id: '1',
          time_created: '1497369523',
          time_updated: '1497369523'
        }
      ],
      total: 2
    },
  },
  {
    section: '11.2',
    operation: 'snapshotView',
    part: 'result',
    json: {
      id: '1',
      name: 'ecx_1007_1234567890_myvol1',
      parent_id: '1',
      parent_name: 'myvol1',
      pool_id: '1',
      pool_name: 'demo1',
      has_clones: true,
      size_used: '35856',
      version_id: '6021379531292140614',
      time_created: '1497365131',
      time_updated: '1497365131'
    },
  },
  {
    section: '11.3',
    operation: 'snapshotDelete',
    part: 'result',
    json: {},
  },
  {
    section: '12.1',
    operation: 'partnerCreate',
    part: 'body',
    json: {
      remote_addr: '172.20.46.xx',
      remote_user: 'vsuser',
      remote_pass: 'catal0gic',
      local_addr: null,
      local_api_port: null,
      remote_api_port: null,
      local_ssh_port: null,
      remote_ssh_port: null
    },
  },
  {
    section: '12.1',
    operation: 'partnerCreate',
    part: 'result',
    json: {
      id: '5058a20323b943ed925fd92f88f1b926',
      address: '172.20.46.6',
      api_port: '8900',
      ssh_port: '22',
      time_created: '1513856343',
      time_updated: '1513856344'
    },
  },
  {
    section: '12.2',
    operation: 'partnerList',
    part: 'result',
    json: {
      partners: [
        {
          address: '172.20.46.6',
          id: '5058a20323b943ed925fd92f88f1b926',
          api_port: '8900',
          ssh_port: '22',
          time_created: '1513856343',
          time_updated: '1513856344'
        },
        {
          address: '172.20.46.7',
          id: 'c87c9cee768f4cabb04abd5e215be851',
          api_port: '8900',
          ssh_port: '22',
          time_created: '1513856352',
          time_updated: '1513856352'
        }
      ],
      total: 2
    },
  },
  {
    section: '12.3',
    operation: 'partnerView',
    part: 'result',
    json: {
      id: '5058a20323b943ed925fd92f88f1b926',
      address: '172.20.46.6',
      api_port: '8900',
      ssh_port: '22',
      time_created: '1513856343',
      time_updated: '1513856344'
    },
  },
  {
    section: '12.4',
    operation: 'partnerDelete',
    part: 'result',
    json: {},
  },
  {
    section: '13.1',
    operation: 'relationshipCreate',
    part: 'body',
    json: {
      partner_id: '5058a20323b943ed925fd92f88f1b926',
      remote_pool_id: '1',
      remote_vol_name: 'my_replica_volume',
      reuse: false
    },
  },
  {
    section: '13.1',
    operation: 'relationshipCreate',
    part: 'result',
    json: {
      id: 'ad05bf4db630bfc7ecb706563788f087',
      local_pool_id: '1',
      local_role: 'primary',
      local_vol_id: '11',
      local_vol_name: 'my_primary_volume',
      partner_id: 'c87c9cee768f4cabb04abd5e215be851',
      remote_pool_id: '1',
      remote_vol_id: '4',
      remote_vol_name: 'my_replica_volume',
      last_sync_status: null,
      last_attempt_snap_id: null,
      last_success_snap_id: null,
      time_created: '1513887884',
      time_updated: '1513887884'
    },
  },
  {
    section: '13.2',
    operation: 'relationshipList',
    part: 'result',
    json: {
      relationships: [
        {
          id: 'ad05bf4db630bfc7ecb706563788f087',
          local_pool_id: '1',
          local_role: 'primary',
          local_vol_id: '11',
          local_vol_name: 'my_primary_volume',
          partner_id: 'c87c9cee768f4cabb04abd5e215be851',
          remote_pool_id: '1',
          remote_vol_id: '4',
          remote_vol_name: 'my_replica_volume',
          last_sync_status: 'COMPLETED',
          last_attempt_snap_id: '22',
          last_success_snap_id: '22',
          time_created: '1513887884',
          time_updated: '1513887884'
        },
        {
          id: '49e435aecdc5d2455d8b20a3be9da67f',
          local_pool_id: '1',
          local_role: 'primary',
          local_vol_id: '5',
          local_vol_name: 'my_primary_volume2',
          partner_id: 'c87c9cee768f4cabb04abd5e215be851',
          remote_pool_id: '1',
          remote_vol_id: '5',
          remote_vol_name: 'my_replica_volume2',
          last_sync_status: 'FAILED',
          last_attempt_snap_id: '21',
          last_success_snap_id: '20',
          time_created: '1513888068',
          time_updated: '1513888068'
        }
      ],
      total: 2
    },
  },
  {
    section: '13.3',
    operation: 'relationshipView',
    part: 'result',
    json: {
      id: 'ad05bf4db630bfc7ecb706563788f087',
      local_pool_id: '1',
      local_role: 'primary',
      local_vol_id: '11',
      local_vol_name: 'my_primary_volume',
      partner_id: 'c87c9cee768f4cabb04abd5e215be851',
      remote_pool_id: '1',
      remote_vol_id: '4',
      remote_vol_name: 'my_replica_volume',
      last_sync_status: 'COMPLETED',
      last_attempt_snap_id: '22',
      last_success_snap_id: '22',
      time_created: '1513887884',
      time_updated: '1513887884'
    },
  },
  {
    section: '13.3',
    operation: 'relationshipView',
    part: 'result',
    json: {
      id: 'ad05bf4db630bfc7ecb706563788f087',
      local_pool_id: '1',
      local_role: 'replica',
      local_vol_id: '4',
      local_vol_name: 'my_replica_volume',
      partner_id: '5058a20323b943ed925fd92f88f1b926',
      remote_pool_id: '1',
      remote_vol_id: '11',
      remote_vol_name: 'my_primary_volume',
      last_sync_status: null,
      last_attempt_snap_id: null,
      last_success_snap_id: null,
      time_created: '1513887884',
      time_updated: '1513887884'
    },
  },
  {
    section: '13.4',
    operation: 'relationshipDelete',
    part: 'result',
    json: {},
  },
  {
    section: '14.1',
    operation: 'sessionStart',
    part: 'body',
    json: {
      snap_id: '123',
      remote_snap_name: 'my_replica_snap'
    },
  },
  {
    section: '14.1',
    operation: 'sessionStart',
    part: 'result',
    json: {
      id: '2',
      rel_id: '46b9beeb33a4a67c2ffa3c517a11e6c8',
      local_snap_id: '36',
      remote_snap_id: '37',
      local_snap_name: 'xxx',
      remote_snap_name: 'xxx',
      repl_address: '172.20.46.6',
      size_sent: null,
      status: 'PENDING',
      time_queued: '1514562940',
      time_started: null,
      time_ended: null,
      message: null
    },
  },
  {
    section: '14.2',
    operation: 'sessionList',
    part: 'result',
    json: {
      sessions: [
        {
          id: '2',
          rel_id: '46b9beeb33a4a67c2ffa3c517a11e6c8',
          local_snap_id: '36',
          remote_snap_id: '37',
          local_snap_name: 'xxx',
          remote_snap_name: 'xxx',
          repl_address: '172.20.46.6',
          size_sent: null,
          status: 'PENDING',
          time_queued: '1514562940',
          time_started: null,
          time_ended: null,
          message: null
        }
      ],
      total: 1
    },
  },
  {
    section: '14.3',
    operation: 'sessionView',
    part: 'result',
    json: {
      id: '2',
      rel_id: '46b9beeb33a4a67c2ffa3c517a11e6c8',
      local_snap_id: '36',
      remote_snap_id: '37',
      local_snap_name: 'xxx',
      remote_snap_name: 'xxx',
      repl_address: '172.20.46.6',
      size_sent: null,
      status: 'PENDING',
      time_queued: '1514562940',
      time_started: null,
      time_ended: null,
      message: null
    },
  },
  {
    section: '14.4',
    operation: 'sessionCancel',
    part: 'body',
    json: {
      action: 'cancel'
    },
  },
  {
    section: '14.4',
    operation: 'sessionCancel',
    part: 'result',
    json: {
      id: '2',
      rel_id: '46b9beeb33a4a67c2ffa3c517a11e6c8',
      local_snap_id: '36',
      remote_snap_id: '37',
      local_snap_name: 'xxx',
      remote_snap_name: 'xxx',
      repl_address: '172.20.46.6',
      size_sent: null,
      status: 'FAILED',
      time_queued: '1514562940',
      time_started: null,
      time_ended: null,
      message: 'Canceled'
    },
  },
]
