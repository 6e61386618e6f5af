import type { Share } from '@vsnap/vsnap-api/share.ts'
import { List, ListItem } from '@patternfly/react-core'
import { ConfirmDelete } from '../ConfirmDelete.tsx'
import { toast } from '../toasts.tsx'
import { words } from './words.ts'

const { deleteShare } = words

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
          <p>{deleteShare.stays}</p>
        </div>
      }
      isBusy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onConfirm={async () => {
        await remove.run()
        toast({ title: deleteShare.done(share.name) })
        await onDeleted()
      }}
    />
  )
}

/** Who cannot reach the filesystem any more. */
function Losers({ share: { share_type: type, share_options: options } }: { share: Share }) {
  const hosts = options?.allowed_hosts ?? []
  if (type === 'smb' || hosts.includes('all')) return <p>{deleteShare.everyClient}</p>
  if (hosts.length === 0) return <p>{deleteShare.nobody}</p>
  return (
    <div>
      <p>{deleteShare.these}</p>
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
