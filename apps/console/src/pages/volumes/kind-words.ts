// What people read of the kinds of volumes where they choose between them (guide §8.1), and of the limit of a filesystem.
export const words = {
  kinds: {
    filesystem: 'Files and folders, shared by NFS or SMB. It grows as it is filled, up to a limit if you set one.',
    lun: 'A disk of a fixed size for hosts, by iSCSI. It takes space of the pool as it is written.',
    filebackedlun: 'A disk for hosts whose content is a file in a filesystem that exists already.',
  },
  limit: {
    none: { label: 'No limit', help: 'It may use whatever is free in its pool.' },
    size: { label: 'Limit', help: 'It never holds more than this. A limit may exceed what the pool has.' },
  },
}
