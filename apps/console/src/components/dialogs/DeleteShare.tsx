import type { Share } from '@vsnap/vsnap-api/share.ts'
import { List, ListItem } from '@patternfly/react-core'
import { ConfirmDelete } from '../ConfirmDelete.tsx'
import { toast } from '../toasts.tsx'
import { said } from '../../ui/isolated.ts'

interface Props {
  readonly share: Share
  /** The call that deletes it: there is one by the share and one by its volume (guide §9.4, §8.9). */
  readonly remove: { readonly isPending: boolean; readonly error: unknown; readonly run: () => Promise<unknown> }
  readonly onClose: () => void
  readonly onDeleted: () => unknown
}

/** Deletes a share: its clients lose the filesystem at once; what is in it stays. */
export function DeleteShare({ share, remove, onClose, onDeleted }: Props) {
  return (
    <ConfirmDelete
      what="share"
      name={share.name}
      consequences={[]}
      note={
        <div className="vs-stack">
          <Losers share={share} />
          <p>The volume and everything in it stay.</p>
        </div>
      }
      isBusy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onConfirm={async () => {
        await remove.run()
        toast({ title: said`Share ${share.name} deleted` })
        await onDeleted()
      }}
    />
  )
}

/** Who cannot reach the filesystem any more. */
function Losers({ share: { share_type: type, share_options: options } }: { share: Share }) {
  const hosts = options?.allowed_hosts ?? []
  if (type === 'smb' || hosts.includes('all')) return <p>Every client loses access at once.</p>
  if (hosts.length === 0) return <p>Nobody loses access: this share allows no hosts.</p>
  return (
    <div>
      <p>These lose access at once:</p>
      <List>
        {hosts.map((host) => (
          <ListItem key={host} className="vs-break">
            {host}
          </ListItem>
        ))}
      </List>
    </div>
  )
}
