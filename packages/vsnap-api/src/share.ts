import { count, open } from '@vsnap/codecs/codec.ts'
import { defineEndpoints } from '@vsnap/contract/endpoint.ts'
import { z } from 'zod'
import { byId, flag, idText, nameText, nothing, text, times } from './common.ts'

const shareTypes = ['nfs', 'smb'] as const
export type ShareType = (typeof shareTypes)[number]

const summary = { id: idText, name: nameText, vol_id: idText.nullish(), share_type: text, ...times }

/** §9.1. A share as the list has it; `name` is the NFS path or SMB name for clients. */
export const shareSummary = open(summary)

/** §9.2. A share in detail; `share_options` only for NFS. */
export const share = open({
  ...summary,
  share_options: open({ read_only: flag, allowed_hosts: z.array(nameText).nullish() }).nullish(),
})
export type Share = z.output<typeof share>

const nfsOptions = z.strictObject({
  read_only: z.boolean().nullish(),
  allowed_hosts: z.array(z.string().max(256)).nullish(),
})
const smbOptions = z.strictObject({ read_only: z.null().optional(), allowed_hosts: z.null().optional() })
/** §9.3: the whole share is sent back, so what it was read with may stand in the body. */
const sentBack = { id: idText.optional(), name: z.string().optional(), vol_id: idText.optional(), ...times }

/** A volume has one share at the most. */
const ofVolume = { operation: 'shareList', items: 'shares', where: { vol_id: 'params.id' } } as const

export const shareEndpoints = defineEndpoints({
  shareCreate: {
    method: 'POST',
    path: '/volume/:id/share',
    title: 'Create share',
    section: '8.8',
    role: 'operator',
    params: byId,
    body: z.discriminatedUnion('share_type', [
      z.strictObject({ share_type: z.literal('nfs'), share_options: nfsOptions.nullish() }),
      z.strictObject({ share_type: z.literal('smb'), share_options: smbOptions.nullish() }),
    ]),
    result: share,
    changes: ['share', 'volume'],
    found: ofVolume,
  },
  volumeShareDelete: {
    method: 'DELETE',
    path: '/volume/:id/share',
    title: 'Delete share of volume',
    section: '8.9',
    role: 'operator',
    params: byId,
    result: nothing,
    destructive: true,
    changes: ['share', 'volume'],
    found: { ...ofVolume, gone: true },
  },
  shareList: {
    method: 'GET',
    path: '/share',
    title: 'List shares',
    section: '9.1',
    role: 'viewer',
    result: open({ shares: z.array(shareSummary), total: count.optional() }),
  },
  shareView: {
    method: 'GET',
    path: '/share/:id',
    also: ['/share?id=:id'],
    title: 'View share',
    section: '9.2',
    role: 'viewer',
    params: byId,
    result: share,
  },
  shareUpdate: {
    method: 'PUT',
    path: '/volume/:id/share',
    title: 'Update share',
    section: '9.3',
    role: 'operator',
    params: byId,
    body: z.discriminatedUnion('share_type', [
      z.strictObject({ ...sentBack, share_type: z.literal('nfs'), share_options: nfsOptions.nullish() }),
      z.strictObject({ ...sentBack, share_type: z.literal('smb'), share_options: smbOptions.nullish() }),
    ]),
    result: share,
    changes: ['share'],
  },
  shareDelete: {
    method: 'DELETE',
    path: '/share/:id',
    title: 'Delete share',
    section: '9.4',
    role: 'operator',
    params: byId,
    result: nothing,
    destructive: true,
    changes: ['share', 'volume'],
  },
})
