import type { ShownCall } from '../../api/calls.ts'
import { CallList } from '../../components/CallList.tsx'
import { PageLink } from '../../components/PageLink.tsx'
import { paths } from '../../paths.ts'
import { Facts } from '../../ui/Facts.tsx'
import { said } from '../../ui/isolated.ts'
import type { Disk } from '@vsnap/vsnap-api/disk.ts'
import type { Pool } from '@vsnap/vsnap-api/pool.ts'
import { Alert } from '@patternfly/react-core'
import { extraCalls } from './extra-calls.ts'
import type { CreateValues } from './pool-create.tsx'

interface Props {
  readonly values: CreateValues
  readonly disks: readonly Disk[]
  readonly applianceName: string
  /** The pool, when it was created and something beside it was not done. */
  readonly made: Pool | undefined
  /** What was called after the pool was created, and is done. */
  readonly done: readonly ShownCall[]
  /** What is still to be called. */
  readonly calls: readonly ShownCall[]
}

const titles = (calls: readonly ShownCall[]) => calls.map(({ title }) => title.toLowerCase()).join(', ')
const onOff = (value: boolean) => (value ? 'on' : 'off')

/** Everything once more, and the exact calls. */
export function ReviewStep({ values, disks, applianceName, made, done, calls }: Props) {
  const names = (uuids: readonly string[]) =>
    uuids.map((uuid) => disks.find((disk) => disk.uuid === uuid)?.name ?? uuid).join(', ')
  return (
    <>
      <h2 className="vs-step-title">Review</h2>
      {made && (
        <Alert variant="warning" isInline title={said`Pool ${made.name} is created. Not done: ${titles(calls)}`}>
          {done.length > 0 && `Done: ${titles(done)}. `}The calls that are left stand below. Do them again, or go on to{' '}
          <PageLink to={paths.pool(values.appliance, made.id)}>the pool</PageLink>, which can get them at any time.
        </Alert>
      )}
      <Facts
        columns={1}
        items={{
          Appliance: applianceName,
          Name: values.name,
          Type: values.pool_type,
          Disks: `${values.disk_list.length}: ${names(values.disk_list)}`,
          Options: `compression ${onOff(values.compression)}, deduplication ${onOff(values.deduplication)}, synchronous writes ${onOff(values.syncwrite)}`,
          ...Object.fromEntries(
            extraCalls(values).map(({ use, uuids }) => [
              { log: 'Log', cache: 'Cache', spare: 'Spares' }[use],
              names(uuids),
            ]),
          ),
        }}
      />
      <CallList calls={calls} />
    </>
  )
}
