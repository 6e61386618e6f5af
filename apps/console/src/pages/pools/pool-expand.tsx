import { vsnapCall } from '../../api/calls.ts'
import { useOperation } from '../../api/operations.ts'
import { vsnap } from '../../api/queries.ts'
import { CallList } from '../../components/CallList.tsx'
import { byRules } from '../../components/form/submit.ts'
import { PageHeader } from '../../components/PageHeader.tsx'
import { toast } from '../../components/toasts.tsx'
import { WizardPage } from '../../components/wizard/WizardPage.tsx'
import { paths } from '../../paths.ts'
import { formatBytes } from '../../ui/bytes.ts'
import { Facts } from '../../ui/Facts.tsx'
import { said } from '../../ui/isolated.ts'
import type { Disk } from '@vsnap/vsnap-api/disk.ts'
import { poolLayout, raid } from '@vsnap/vsnap-api/pool.layout.ts'
import { dataGroups, poolCan } from '@vsnap/vsnap-api/pool.rules.ts'
import { poolTypes, type Pool } from '@vsnap/vsnap-api/pool.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useWatch } from 'react-hook-form'
import { useCheckedForm } from '../../components/form/use-checked-form.ts'
import { useNavigate, useParams } from 'react-router'
import { DisksField } from './DisksField.tsx'
import { GroupPicture, LayoutFacts, layoutGroups } from './LayoutPicture.tsx'
import { blockGroups, diskTitle, poolDisks } from './pool-groups.ts'

interface Values {
  disk_list: string[]
}

/** Expand a pool: unused disks become further groups; before and after as pictures. */
export default function PoolExpandPage() {
  const { applianceId = '', id = '' } = useParams()
  const { data: pool } = useSuspenseQuery(vsnap(applianceId, 'poolView', { params: { id } }))
  const {
    data: { disks },
    refetch,
  } = useSuspenseQuery(vsnap(applianceId, 'diskList'))
  const expand = useOperation(applianceId, 'poolExpand')
  const navigate = useNavigate()
  const form = useCheckedForm<Values>({
    resolver: byRules<Values>(({ disk_list: uuids }) => ({
      disk_list: uuids.length === 0 ? 'Choose disks to add.' : poolCan.expand(pool, uuids, disks),
    })),
    defaultValues: { disk_list: [] },
  })
  const chosen = useWatch({ control: form.control, name: 'disk_list' })
  const call = { params: { id }, body: { action: 'expand' as const, disk_list: chosen } }
  const page = paths.pool(applianceId, id, { tab: 'disks' })
  const aside = <After pool={pool} disks={disks} chosen={chosen} />
  return (
    <>
      <PageHeader
        title={said`Expand ${pool.name}`}
        trail={[
          { text: 'Pools', to: paths.pools() },
          { text: pool.name, to: paths.pool(applianceId, id) },
        ]}
      />
      <WizardPage
        label="Expand pool"
        form={form}
        submit="Expand pool"
        error={expand.error}
        cancel={{ to: page }}
        leaving="The pool is not expanded yet."
        onSubmit={async () => {
          await expand.mutateAsync(call, { onError: () => void refetch() })
          toast({ title: said`Pool ${pool.name} expanded` })
          await navigate(page)
        }}
        steps={[
          {
            id: 'disks',
            name: 'Disks',
            fields: ['disk_list'],
            aside,
            content: (
              <>
                <div>
                  <h2 className="vs-step-title">Which disks join the pool?</h2>
                  <p className="vs-subtle">
                    They become groups of their own, {pool.pool_type ?? 'as the others'} like the others. Disks cannot
                    be taken out of a pool again.
                  </p>
                </div>
                <DisksField control={form.control} name="disk_list" label="Unused disks" disks={disks} />
              </>
            ),
          },
          {
            id: 'review',
            name: 'Review',
            aside,
            content: (
              <>
                <h2 className="vs-step-title">Review</h2>
                <Facts
                  columns={1}
                  items={{
                    Pool: pool.name,
                    Disks: `${chosen.length}: ${chosen.map((uuid) => disks.find((disk) => disk.uuid === uuid)?.name ?? uuid).join(', ')}`,
                  }}
                />
                <CallList calls={[vsnapCall('poolExpand', call)]} />
              </>
            ),
          },
        ]}
      />
    </>
  )
}

/** The pool with what would be added to it. */
function After({ pool, disks, chosen }: { pool: Pool; disks: readonly Disk[]; chosen: readonly string[] }) {
  const type = poolTypes.find((known) => known === pool.pool_type) ?? 'raid0'
  const known = new Map(disks.map((disk) => [disk.uuid, disk]))
  const existing = dataGroups(pool).map(({ paths: members }) => ({ width: members.length }))
  const layout = poolLayout(
    chosen.map((uuid) => ({ uuid, size: known.get(uuid)?.size ?? 0 })),
    type,
    existing,
  )
  const isEnough = chosen.length >= raid[type].fewest
  const now = blockGroups(poolDisks(pool, disks))
  const added = isEnough ? layoutGroups(layout, (uuid) => diskTitle(uuid, known.get(uuid)), true) : []
  return (
    <div className="vs-stack">
      <h2 className="vs-aside-title">{isEnough ? 'The pool as it will be' : 'The pool as it is'}</h2>
      <GroupPicture groups={[...now, ...added]} />
      {isEnough && pool.size_total != null && (
        <p>
          {formatBytes(pool.size_total)} now, ≈ {formatBytes(pool.size_total + layout.usable)} then.
        </p>
      )}
      {isEnough && <LayoutFacts layout={layout} survives={raid[type].survives} />}
    </div>
  )
}
