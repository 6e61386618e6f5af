import { vsnapCall } from '../../api/calls.ts'
import { useOperation } from '../../api/operations.ts'
import { vsnap } from '../../api/queries.ts'
import { CallReview } from '../../components/CallReview.tsx'
import { byRules } from '../../components/form/submit.ts'
import { PageHeader } from '../../components/PageHeader.tsx'
import { toast } from '../../components/toasts.tsx'
import { WizardPage } from '../../components/wizard/WizardPage.tsx'
import { paths } from '../../paths.ts'
import { formatBytes } from '../../ui/bytes.ts'
import { Facts } from '../../ui/Facts.tsx'
import type { Disk } from '@vsnap/vsnap-api/disk.ts'
import { poolLayout, raid } from '@vsnap/vsnap-api/pool.layout.ts'
import { dataGroups, poolCan } from '@vsnap/vsnap-api/pool.rules.ts'
import { poolTypes, type Pool } from '@vsnap/vsnap-api/pool.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useWatch } from 'react-hook-form'
import { useCheckedForm } from '../../components/form/use-checked-form.ts'
import { useNavigate, useParams } from 'react-router'
import { words as disksWords } from './disks-words.ts'
import { DisksField } from './DisksField.tsx'
import { GroupPicture, LayoutFacts, layoutGroups } from './LayoutPicture.tsx'
import { blockGroups, diskTitle, poolDisks } from './pool-groups.ts'
import { words } from './pool-expand-words.ts'

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
      disk_list: uuids.length === 0 ? words.disks.disksMissing : poolCan.expand(pool, uuids, disks),
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
        title={words.title(pool.name)}
        trail={[
          { text: words.pools, to: paths.pools() },
          { text: pool.name, to: paths.pool(applianceId, id) },
        ]}
      />
      <WizardPage
        label={words.heard.wizard}
        form={form}
        submit={words.submit}
        error={expand.error}
        cancel={{ to: page }}
        leaving={words.leaving}
        onSubmit={async () => {
          await expand.mutateAsync(call, { onError: () => void refetch() })
          toast({ title: words.done(pool.name) })
          await navigate(page)
        }}
        steps={[
          {
            id: 'disks',
            name: words.disks.name,
            fields: ['disk_list'],
            aside,
            content: (
              <>
                <div>
                  <h2 className="vs-step-title">{words.disks.title}</h2>
                  <p className="vs-subtle">
                    {pool.pool_type == null ? words.disks.leadOfUnknown : words.disks.lead(pool.pool_type)}
                  </p>
                </div>
                <DisksField control={form.control} name="disk_list" label={words.disks.unused} disks={disks} />
              </>
            ),
          },
          {
            id: 'review',
            name: words.review.name,
            aside,
            content: (
              <>
                <h2 className="vs-step-title">{words.review.title}</h2>
                <Facts
                  columns={1}
                  items={{
                    [words.review.pool]: pool.name,
                    [words.review.disks]: disksWords.listed(
                      chosen.map((uuid) => disks.find((disk) => disk.uuid === uuid)?.name ?? uuid),
                    ),
                  }}
                />
                <CallReview applianceId={applianceId} calls={[vsnapCall('poolExpand', call)]} />
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
      <h2 className="vs-aside-title">{isEnough ? words.aside.asItWillBe : words.aside.asItIs}</h2>
      <GroupPicture groups={[...now, ...added]} />
      {isEnough && pool.size_total != null && (
        <p>{words.aside.sizes(formatBytes(pool.size_total), formatBytes(pool.size_total + layout.usable))}</p>
      )}
      {isEnough && <LayoutFacts layout={layout} survives={raid[type].survives} />}
    </div>
  )
}
