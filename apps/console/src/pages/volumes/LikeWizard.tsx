import { ErrorAlert } from '../../components/ErrorAlert.tsx'
import { PageLink } from '../../components/PageLink.tsx'
import { paths } from '../../paths.ts'
import { Skeleton } from '@patternfly/react-core'
import { CreateWizard, type First } from './CreateWizard.tsx'
import type { PoolRow } from './create-values.ts'
import { words } from './create-words.tsx'
import { useLike } from './use-like.ts'

interface Props {
  readonly pools: readonly PoolRow[]
  readonly first: First
  readonly applianceId: string
  /** The volume (id) of that appliance that the new ones are to be like. */
  readonly like: string
}

/** The wizard, filled in as a volume is that exists. */
export function LikeWizard({ pools, first, applianceId, like }: Props) {
  const { volume, start, error } = useLike(applianceId, like)
  if (start) return <CreateWizard pools={pools} first={first} start={start} like={volume?.name} />
  if (!error) return <Skeleton height="26rem" screenreaderText={words.loading} />
  return (
    <ErrorAlert
      error={error}
      title={words.like.unread}
      actions={<PageLink to={paths.volumeCreate({ ...first })}>{words.like.beginWithout}</PageLink>}
    />
  )
}
