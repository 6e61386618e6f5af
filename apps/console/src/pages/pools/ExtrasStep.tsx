import { Bytes } from '../../ui/Bytes.tsx'
import { shortened } from '../../ui/CopyId.tsx'
import { isUnused } from '@vsnap/vsnap-api/disk.rules.ts'
import type { Disk } from '@vsnap/vsnap-api/disk.ts'
import type { PoolType } from '@vsnap/vsnap-api/pool.ts'
import { Facts } from '../../ui/Facts.tsx'
import { FormSelect, FormSelectOption } from '@patternfly/react-core'
import { useId } from 'react'
import { useWatch, type UseFormReturn } from 'react-hook-form'
import { extrasOf, type Extra } from './create-calls.ts'
import { taker } from './DisksField.tsx'
import type { CreateValues } from './pool-create.tsx'
import { words } from './pool-create-words.ts'

const { extras: step } = words

interface Props {
  readonly form: UseFormReturn<CreateValues>
  readonly poolType: PoolType
  /** Those that the layout leaves out: unused ones, and what is chosen here and was taken by others meanwhile. */
  readonly disks: readonly Disk[]
}

/** What the disks that are left can do beside the data; all of it can be changed later. */
export function ExtrasStep({ form, poolType, disks }: Props) {
  const id = useId()
  const extras = extrasOf(useWatch({ control: form.control }) as CreateValues)
  const cached = Object.keys(extras).find((uuid) => extras[uuid] === 'cache')
  const change = (uuid: string, use: Extra) =>
    form.setValue('extras', { ...extras, [uuid]: use }, { shouldDirty: true, shouldValidate: true })
  return (
    <>
      <div>
        <h2 className="vs-step-title">{step.title}</h2>
        <p className="vs-subtle">{step.lead}</p>
      </div>
      <Facts
        columns={1}
        items={{
          [step.log]: step.logDoes,
          [step.cache]: step.cacheDoes,
          [step.spare]: step.spareDoes,
        }}
      />
      {disks.length === 0 ? (
        <p>{step.noneLeft}</p>
      ) : (
        <ul className="vs-settings" aria-label={step.heard.left}>
          {disks.map((disk) => (
            <li key={disk.uuid} className="vs-setting vs-setting-compact">
              <label htmlFor={`${id}-${disk.uuid}`}>
                <code className="vs-code">{disk.name}</code>
                {!isUnused(disk) && <span className="vs-disk-taken"> {taker(disk)}</span>}{' '}
                <span className="vs-subtle">{shortened(disk.uuid)}</span>, <Bytes value={disk.size} />
              </label>
              <FormSelect
                id={`${id}-${disk.uuid}`}
                className="vs-short-select"
                value={extras[disk.uuid] ?? ''}
                onChange={(_, value) => change(disk.uuid, value as Extra)}
              >
                <FormSelectOption value="" label={step.unused} />
                <FormSelectOption value="log" label={step.log} />
                <FormSelectOption
                  value="cache"
                  label={step.cache}
                  isDisabled={cached !== undefined && cached !== disk.uuid}
                />
                <FormSelectOption
                  value="spare"
                  label={poolType === 'raid0' ? step.spareRefused : step.spare}
                  isDisabled={poolType === 'raid0'}
                />
              </FormSelect>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
