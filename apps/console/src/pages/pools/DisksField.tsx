import { FieldError } from '../../components/form/FieldError.tsx'
import { Bytes } from '../../ui/Bytes.tsx'
import { shortened } from '../../ui/CopyId.tsx'
import { isUnused } from '@vsnap/vsnap-api/disk.rules.ts'
import type { Disk } from '@vsnap/vsnap-api/disk.ts'
import { Button, Checkbox, Radio } from '@patternfly/react-core'
import { useId } from 'react'
import { useController, type Control, type FieldPath, type FieldPathByValue, type FieldValues } from 'react-hook-form'
import { words } from './disks-words.ts'
import './pools.css'

const { choosing } = words

interface DisksFieldProps<Values extends FieldValues> {
  readonly control: Control<Values>
  /** A list of uuids. */
  readonly name: FieldPathByValue<Values, string[]>
  readonly label: string
  /** All disks; those that cannot be used are shown only while they are chosen, because others took them meanwhile. */
  readonly disks: readonly Disk[]
  readonly isUsable?: (disk: Disk) => boolean
  /** What the disks are. */
  readonly what?: keyof typeof choosing.chosen
  /** Only one of them. */
  readonly isSingle?: boolean
  /** Beneath the table, beside the count: a further action. */
  readonly action?: React.ReactNode
}

const modelOf = ({ vendor, model }: Disk) => [vendor, model].filter(Boolean).join(' ')

/** The usable disks, and what is chosen but cannot be used (any more), in the order of the appliance. */
function withTaken(all: readonly Disk[], usable: readonly Disk[], chosen: ReadonlySet<string>) {
  const known = new Set(all.map(({ uuid }) => uuid))
  const vanished: Disk[] = [...chosen].filter((uuid) => !known.has(uuid)).map((uuid) => ({ uuid, name: uuid }))
  const taken = [...all.filter((disk) => chosen.has(disk.uuid) && !usable.includes(disk)), ...vanished]
  return { taken, disks: [...all.filter((disk) => usable.includes(disk) || taken.includes(disk)), ...vanished] }
}

/** What has become of a disk that is chosen and cannot be used any more. */
export const taker = ({ used_as: use }: Disk) => (use ? choosing.usedAs(use) : choosing.gone)

/** Disks picked from a table. */
export function DisksField<Values extends FieldValues>({
  control,
  name,
  label,
  disks: all,
  isUsable = isUnused,
  what = 'unusedDisk',
  isSingle = false,
  action,
}: DisksFieldProps<Values>) {
  const id = useId()
  const {
    field: { ref, ...field },
    fieldState: { error },
  } = useController({ control, name: name as FieldPath<Values> })
  const chosen = new Set(field.value as readonly string[])
  const usable = all.filter(isUsable)
  const { taken, disks } = withTaken(all, usable, chosen)
  // In the order of the table, however they were clicked.
  const change = (next: ReadonlySet<string>) =>
    field.onChange(disks.map(({ uuid }) => uuid).filter((uuid) => next.has(uuid)))
  const toggle = (uuid: string) => {
    const next = new Set(isSingle ? [] : chosen)
    if (chosen.has(uuid)) next.delete(uuid)
    else next.add(uuid)
    change(next)
  }
  const count = chosen.size - taken.length
  const isWhole = disks.length > 0 && disks.every(({ uuid }) => chosen.has(uuid))
  return (
    <div className="vs-table vs-disks">
      <table className="pf-v6-c-table pf-m-compact" aria-label={label}>
        <thead className="pf-v6-c-table__thead pf-m-nowrap">
          <tr className="pf-v6-c-table__tr">
            <th className="pf-v6-c-table__th" scope="col">
              {isSingle ? (
                choosing.device
              ) : (
                <Checkbox
                  id={`${id}-all`}
                  ref={ref}
                  label={choosing.device}
                  aria-label={choosing.heard.all}
                  isChecked={isWhole ? true : chosen.size > 0 ? null : false}
                  onChange={() => change(new Set(isWhole ? [] : usable.map(({ uuid }) => uuid)))}
                />
              )}
            </th>
            <th className="pf-v6-c-table__th" scope="col">
              {choosing.disk}
            </th>
            <th className="pf-v6-c-table__th vs-wide-only" scope="col">
              {choosing.model}
            </th>
            <th className="pf-v6-c-table__th vs-end" scope="col">
              {choosing.size}
            </th>
          </tr>
        </thead>
        <tbody className="pf-v6-c-table__tbody">
          {disks.map((disk, index) => {
            const choice = {
              id: `${id}-${disk.uuid}`,
              label: (
                <>
                  <code className="vs-code">{disk.name}</code>
                  {taken.includes(disk) && <span className="vs-disk-taken"> {taker(disk)}</span>}
                </>
              ),
              isChecked: chosen.has(disk.uuid),
              onChange: () => toggle(disk.uuid),
            }
            return (
              <tr key={disk.uuid} className="pf-v6-c-table__tr">
                <td className="pf-v6-c-table__td">
                  {isSingle ? (
                    <Radio {...choice} name={`${id}-disk`} ref={index === 0 ? ref : undefined} />
                  ) : (
                    <Checkbox {...choice} />
                  )}
                </td>
                <td className="pf-v6-c-table__td">
                  <code className="vs-code" title={disk.uuid}>
                    {shortened(disk.uuid)}
                  </code>
                </td>
                <td className="pf-v6-c-table__td vs-wide-only">{modelOf(disk)}</td>
                <td className="pf-v6-c-table__td vs-end">
                  <Bytes value={disk.size} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <div className="vs-footer">
        <output className="vs-subtle">
          {taken.length > 0
            ? choosing.chosenAndTaken[what](count, usable.length, taken.length)
            : choosing.chosen[what](count, usable.length)}
        </output>
        {taken.length > 0 && (
          <Button
            variant="link"
            isInline
            onClick={() => change(new Set(usable.map(({ uuid }) => uuid).filter((uuid) => chosen.has(uuid))))}
          >
            {choosing.leaveOut(taken.length)}
          </Button>
        )}
        {action}
      </div>
      <FieldError message={error?.message} />
    </div>
  )
}
