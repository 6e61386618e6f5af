import { useOperation } from '../../api/operations.ts'
import { vsnap } from '../../api/queries.ts'
import { DialogForm } from '../../components/form/DialogForm.tsx'
import { byRules, errorAbove, submitting } from '../../components/form/submit.ts'
import { toast } from '../../components/toasts.tsx'
import { uuidOfPath } from '@vsnap/vsnap-api/disk.rules.ts'
import { poolCan, type Auxiliary } from '@vsnap/vsnap-api/pool.rules.ts'
import type { Disk } from '@vsnap/vsnap-api/disk.ts'
import { useQuery } from '@tanstack/react-query'
import { useCheckedForm } from '../../components/form/use-checked-form.ts'
import { DisksField } from './DisksField.tsx'
import type { PoolDialogProps } from './pool-rename.tsx'
import { words } from './dialog-words.tsx'

const { addDisks, removeDisks } = words

interface Values {
  disk_list: string[]
}

/** A call that adds or removes disks beside the data, whichever it is. */
function useExtras(applianceId: string, use: Auxiliary) {
  const addLog = useOperation(applianceId, 'poolAddLog')
  const addCache = useOperation(applianceId, 'poolAddCache')
  const addSpare = useOperation(applianceId, 'poolAddSpare')
  const removeLog = useOperation(applianceId, 'poolRemoveLog')
  const removeCache = useOperation(applianceId, 'poolRemoveCache')
  const removeSpare = useOperation(applianceId, 'poolRemoveSpare')
  const all = {
    log: {
      adding: addLog,
      add: (id: string, disk_list: string[]) =>
        addLog.mutateAsync({ params: { id }, body: { action: 'addlog', disk_list } }),
      removing: removeLog,
      remove: (id: string) => removeLog.mutateAsync({ params: { id }, body: { action: 'removelog' } }),
    },
    cache: {
      adding: addCache,
      add: (id: string, [disk = '']: string[]) =>
        addCache.mutateAsync({ params: { id }, body: { action: 'addcache', disk } }),
      removing: removeCache,
      remove: (id: string) => removeCache.mutateAsync({ params: { id }, body: { action: 'removecache' } }),
    },
    spare: {
      adding: addSpare,
      add: (id: string, disk_list: string[]) =>
        addSpare.mutateAsync({ params: { id }, body: { action: 'addspare', disk_list } }),
      removing: removeSpare,
      remove: (id: string, disk_list: string[]) =>
        removeSpare.mutateAsync({ params: { id }, body: { action: 'removespare', disk_list } }),
    },
  }
  return all[use]
}

/** Unused disks become log, cache or spares of a pool. */
export function AddDisks({ applianceId, pool, use, onClose }: PoolDialogProps & { use: Auxiliary }) {
  const { data, refetch } = useQuery(vsnap(applianceId, 'diskList'))
  const disks: readonly Disk[] = data?.disks ?? []
  const { adding, add } = useExtras(applianceId, use)
  const rule = (uuids: string[]) => {
    if (use === 'log') return poolCan.addLog(pool, uuids, disks)
    if (use === 'spare') return poolCan.addSpare(pool, uuids, disks)
    return uuids[0] === undefined ? addDisks.diskMissing : poolCan.addCache(pool, uuids[0], disks)
  }
  const form = useCheckedForm<Values>({
    resolver: byRules<Values>(({ disk_list: uuids }) => ({ disk_list: rule(uuids) })),
    defaultValues: { disk_list: [] },
  })
  const send = submitting(form, async ({ disk_list: uuids }) => {
    await add(pool.id, uuids).catch((error: unknown) => {
      // Perhaps somebody else took a disk: they are read again.
      void refetch()
      throw error
    })
    toast({ title: addDisks[use].done(pool.name, uuids.length) })
    onClose()
  })
  return (
    <DialogForm
      title={addDisks[use].title(pool.name)}
      description={addDisks[use].description}
      submit={addDisks[use].submit}
      isWide
      isBusy={adding.isPending}
      error={errorAbove(form, adding.error)}
      onClose={onClose}
      onSubmit={form.handleSubmit(send)}
    >
      <DisksField
        control={form.control}
        name="disk_list"
        label={addDisks.unused}
        disks={disks}
        isSingle={use === 'cache'}
      />
    </DialogForm>
  )
}

/** Log, cache or spares of a pool become unused disks again. */
export function RemoveDisks({ applianceId, pool, use, onClose }: PoolDialogProps & { use: Auxiliary }) {
  const { data } = useQuery(vsnap(applianceId, 'diskList'))
  const { removing, remove } = useExtras(applianceId, use)
  const uuids = (pool.disks?.[use] ?? []).map(uuidOfPath)
  const own = uuids.map((uuid) => data?.disks.find((disk) => disk.uuid === uuid) ?? { uuid, name: uuid })
  const form = useCheckedForm<Values>({
    resolver: byRules<Values>(({ disk_list: chosen }) => ({
      disk_list: use === 'spare' ? poolCan.removeSpare(pool, chosen) : undefined,
    })),
    defaultValues: { disk_list: uuids },
  })
  const send = submitting(form, async ({ disk_list: chosen }) => {
    await remove(pool.id, chosen)
    toast({ title: removeDisks[use].done(pool.name) })
    onClose()
  })
  return (
    <DialogForm
      title={removeDisks[use].title(pool.name)}
      description={removeDisks[use].description}
      submit={removeDisks[use].submit}
      isDanger
      isWide={use === 'spare'}
      isBusy={removing.isPending}
      error={errorAbove(form, removing.error)}
      onClose={onClose}
      onSubmit={form.handleSubmit(send)}
    >
      {use === 'spare' ? (
        <DisksField
          control={form.control}
          name="disk_list"
          label={removeDisks.spares}
          disks={own}
          isUsable={() => true}
          what="spare"
        />
      ) : (
        <ul>
          {own.map(({ uuid, name }) => (
            <li key={uuid}>
              <code className="vs-code vs-break">
                {name} {name === uuid ? '' : uuid}
              </code>
            </li>
          ))}
        </ul>
      )}
    </DialogForm>
  )
}
