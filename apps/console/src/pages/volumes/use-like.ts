import { vsnap } from '../../api/queries.ts'
import { valuesOf } from '../../components/share/share-values.ts'
import { sizeText } from '../../ui/bytes.ts'
import type { ApiError } from '@vsnap/contract/error.ts'
import { volumeTypes, type Volume } from '@vsnap/vsnap-api/volume.ts'
import { useQuery } from '@tanstack/react-query'
import type { CreateValues } from './create-values.ts'

export interface Like {
  /** Undefined while it is read. */
  readonly volume: Volume | undefined
  readonly start: Partial<CreateValues> | undefined
  readonly error: ApiError | null
}

/** A volume (id) as a start for new ones: its kind and size, its share, the hosts that see it. Not its name, and nothing that is in it. */
export function useLike(applianceId: string, id: string): Like {
  const { data: volume, error } = useQuery(vsnap(applianceId, 'volumeView', { params: { id } }))
  const { share_id: shareId, host_ids: ids } = volume ?? {}
  const share = useQuery({
    ...vsnap(applianceId, 'shareView', { params: { id: shareId ?? '' } }),
    enabled: shareId != null,
  })
  const isSeen = (ids ?? []).length > 0
  const hosts = useQuery({ ...vsnap(applianceId, 'hostList'), enabled: isSeen })
  const isKnown = volume && (shareId == null || share.data) && (!isSeen || hosts.data)
  const shared = share.data && valuesOf(share.data)
  return {
    volume,
    error: error ?? share.error ?? hosts.error,
    start: isKnown
      ? {
          ...kindAndSize(volume),
          ...(shared
            ? { access: shared.share_type, read_only: shared.read_only, allowed_hosts: shared.allowed_hosts }
            : {}),
          hosts: (hosts.data?.hosts ?? []).filter((host) => ids?.includes(host.id)).map(({ name }) => name),
        }
      : undefined,
  }
}

/** The API tells no block size: that stays the usual one. */
function kindAndSize({ volume_type: kind, size_total: size, parent_id: parent }: Volume): Partial<CreateValues> {
  return {
    volume_type: volumeTypes.find((known) => known === kind) ?? 'filesystem',
    ...(size == null ? {} : { limit: 'size', size_total: sizeText(size) }),
    ...(parent == null ? {} : { parent_id: parent }),
  }
}
