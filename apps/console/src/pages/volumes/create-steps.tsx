import { vsnap } from '../../api/queries.ts'
import { ChoiceField, SelectField } from '../../components/form/choices.tsx'
import { TextField } from '../../components/form/fields.tsx'
import { SizeField } from '../../components/form/SizeField.tsx'
import { formatBytes } from '../../ui/bytes.ts'
import { Bytes } from '../../ui/Bytes.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { UsageBar } from '../../ui/UsageBar.tsx'
import { whileReplicated } from '@vsnap/vsnap-api/relationship.rules.ts'
import { reasonOf } from '@vsnap/vsnap-api/verdict.ts'
import { blockSizes, defaultBlockSize, volumeCan } from '@vsnap/vsnap-api/volume.rules.ts'
import { volumeTypes, type VolumeSummary } from '@vsnap/vsnap-api/volume.ts'
import { Alert, Title } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import type { Control } from 'react-hook-form'
import { bodiesOf, hasSize, namesOf, type CreateValues, type PoolRow } from './create-values.ts'
import { expandNames, namesInShort } from './name-pattern.ts'
import { kinds, limitChoices } from './volume-kinds.ts'

/** Not in the JSX, where braces mean something else. */
const example = 'vol-{01..12}'

interface StepProps {
  readonly control: Control<CreateValues>
}

/** `parents`: filesystems of the pool; undefined while they are looked for. */
export function KindStep({ control, parents }: StepProps & { parents: readonly VolumeSummary[] | undefined }) {
  const noParent = parents?.length === 0 ? 'The pool has no filesystem yet that could hold the file.' : undefined
  return (
    <>
      <Title headingLevel="h2">What is it for?</Title>
      <ChoiceField
        control={control}
        name="volume_type"
        label="Kind"
        choices={volumeTypes.map((kind) => ({
          value: kind,
          label: kind,
          help: kinds[kind],
          refusal: kind === 'filebackedlun' ? noParent : undefined,
        }))}
        startsHere
      />
    </>
  )
}

interface DetailsProps extends StepProps {
  readonly applianceId: string
  readonly values: CreateValues
  readonly parents: readonly VolumeSummary[]
}

export function DetailsStep({ control, applianceId, values, parents }: DetailsProps) {
  return (
    <>
      <Title headingLevel="h2">{values.volume_type === 'filebackedlun' ? 'Name and file' : 'Name and size'}</Title>
      <TextField
        control={control}
        name="name"
        label="Name"
        help={<NameHelp pattern={values.name} />}
        autoComplete="off"
        spellCheck={false}
        startsHere
        isRequired
      />
      {values.volume_type === 'filebackedlun' ? (
        <FileFields control={control} applianceId={applianceId} values={values} parents={parents} />
      ) : (
        <SizeFields control={control} values={values} />
      )}
    </>
  )
}

/** What a pattern stands for, while it is typed. */
function NameHelp({ pattern }: { pattern: string }) {
  const names = expandNames(pattern).names ?? []
  return (
    <>
      {names.length > 1 && (
        <strong className="vs-name">
          {names.length} volumes: {namesInShort(names)}.{' '}
        </strong>
      )}
      Unique on the appliance. For several at once: {example} stands for twelve names.
    </>
  )
}

function SizeFields({ control, values }: StepProps & { values: CreateValues }) {
  const isLun = values.volume_type === 'lun'
  return (
    <>
      {!isLun && <ChoiceField control={control} name="limit" label="Size" choices={limitChoices} />}
      {hasSize(values) && (
        <SizeField
          control={control}
          name="size_total"
          label={isLun ? 'Size' : 'Limit'}
          help={isLun ? 'At most what the pool has; a lun can become larger later, never smaller.' : undefined}
          isRequired
        />
      )}
      {isLun && (
        <SelectField
          control={control}
          name="size_block"
          label="Block size"
          help="As large as what its hosts write at once. It cannot be changed later."
          choices={blockSizes.map((bytes) => ({
            value: String(bytes),
            label: `${formatBytes(bytes)}${bytes === defaultBlockSize ? ' (usual)' : ''}`,
          }))}
        />
      )}
    </>
  )
}

function FileFields({ control, applianceId, values, parents }: DetailsProps) {
  // Where replication is not to be had, the appliance itself decides.
  const { data: replication } = useQuery(vsnap(applianceId, 'relationshipList'))
  return (
    <>
      <SelectField
        control={control}
        name="parent_id"
        label="Parent volume"
        help="The filesystem where the file is."
        choices={[
          { value: '', label: 'Choose a filesystem' },
          ...parents.map((parent) => ({
            value: parent.id,
            label: parent.name,
            refusal: reasonOf(whileReplicated.backFile(parent, replication?.relationships ?? [])),
          })),
        ]}
        isRequired
      />
      <TextField
        control={control}
        name="parent_path"
        label="Path of the backing file"
        help={`Relative to the root of the parent volume, as my_files/file1.img. ${
          namesOf(values).length > 1 ? '{name} stands for the name of each volume. ' : ''
        }The lun is as large as the file.`}
        placeholder="my_files/file1.img"
        autoComplete="off"
        spellCheck={false}
        isRequired
      />
    </>
  )
}

/** The pool beside the form, and what the volume means to it. */
export function PoolAside({ pool, values }: { pool: PoolRow; values: CreateValues }) {
  const bodies = bodiesOf(values, pool).filter((body) => body.volume_type !== 'filebackedlun')
  const together = bodies.reduce((bytes, body) => bytes + (body.size_total ?? 0), 0)
  const isMore = together > (pool.size_free ?? Infinity) && bodies.every((body) => volumeCan.size(body, pool).ok)
  return (
    <div className="vs-stack">
      <h3 className="vs-setting-title vs-name">{pool.name}</h3>
      <Facts
        columns={1}
        items={{
          Appliance: <span className="vs-name">{pool.appliance.name}</span>,
          Layout: pool.pool_type,
          Free: <Bytes value={pool.size_free} />,
          Used: <UsageBar used={pool.size_used} of={pool.size_total} />,
        }}
      />
      {pool.status !== 'ONLINE' && pool.status != null && (
        <Alert variant="warning" isInline isPlain title={`The pool is ${pool.status}.`} />
      )}
      {isMore && (
        <Alert variant="warning" isInline isPlain title="More than is free now">
          {bodies.length > 1 && `Together they may hold ${formatBytes(together)}. `}
          Space is taken only as it is written. Before {bodies.length > 1 ? 'the volumes are' : 'the volume is'} full,
          the pool will be: expand it in time.
        </Alert>
      )}
    </div>
  )
}
