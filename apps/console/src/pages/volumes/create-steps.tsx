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
import type { VolumeSummary } from '@vsnap/vsnap-api/volume.ts'
import { Alert, Title } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import type { Control } from 'react-hook-form'
import { bodiesOf, hasSize, namesOf, type CreateValues, type PoolRow } from './create-values.ts'
import { words } from './create-words.tsx'
import { expandNames, namesInShort } from './name-pattern.ts'
import { kindChoices, limitChoices } from './volume-kinds.ts'

const { details, aside } = words

interface StepProps {
  readonly control: Control<CreateValues>
}

/** `parents`: filesystems of the pool; undefined while they are looked for. */
export function KindStep({ control, parents }: StepProps & { parents: readonly VolumeSummary[] | undefined }) {
  const noParent = parents?.length === 0 ? words.kind.noParent : undefined
  return (
    <>
      <Title headingLevel="h2">{words.kind.title}</Title>
      <ChoiceField
        control={control}
        name="volume_type"
        label={words.kind.kind}
        choices={kindChoices.map((choice) => ({
          ...choice,
          refusal: choice.value === 'filebackedlun' ? noParent : undefined,
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
      <Title headingLevel="h2">
        {values.volume_type === 'filebackedlun' ? details.nameAndFile : details.nameAndSize}
      </Title>
      <TextField
        control={control}
        name="name"
        label={details.name}
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
        <>
          <strong className="vs-name">{details.several(names.length, namesInShort(names))}</strong>{' '}
        </>
      )}
      {details.nameHelp}
    </>
  )
}

function SizeFields({ control, values }: StepProps & { values: CreateValues }) {
  const isLun = values.volume_type === 'lun'
  return (
    <>
      {!isLun && <ChoiceField control={control} name="limit" label={details.size} choices={limitChoices} />}
      {hasSize(values) && (
        <SizeField
          control={control}
          name="size_total"
          label={isLun ? details.size : details.limit}
          help={isLun ? details.sizeHelp : undefined}
          isRequired
        />
      )}
      {isLun && (
        <SelectField
          control={control}
          name="size_block"
          label={details.blockSize}
          help={details.blockSizeHelp}
          choices={blockSizes.map((bytes) => ({
            value: String(bytes),
            label: bytes === defaultBlockSize ? details.usual(formatBytes(bytes)) : formatBytes(bytes),
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
        label={details.parent}
        help={details.parentHelp}
        choices={[
          { value: '', label: details.chooseParent },
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
        label={details.path}
        help={details.pathHelp(namesOf(values).length)}
        placeholder={details.pathExample}
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
          [aside.appliance]: <span className="vs-name">{pool.appliance.name}</span>,
          [aside.layout]: pool.pool_type,
          [aside.free]: <Bytes value={pool.size_free} />,
          [aside.used]: <UsageBar used={pool.size_used} of={pool.size_total} />,
        }}
      />
      {pool.status !== 'ONLINE' && pool.status != null && (
        <Alert variant="warning" isInline isPlain title={aside.state(pool.status)} />
      )}
      {isMore && (
        <Alert variant="warning" isInline isPlain title={aside.more.title}>
          {aside.more.text(bodies.length, formatBytes(together))}
        </Alert>
      )}
    </div>
  )
}
