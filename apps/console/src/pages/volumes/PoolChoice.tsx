import { focusing } from '../../components/form/focus.ts'
import { PageLink } from '../../components/PageLink.tsx'
import { paths } from '../../paths.ts'
import { Bytes } from '../../ui/Bytes.tsx'
import { StateLabel } from '../../ui/StateLabel.tsx'
import { UsageBar } from '../../ui/UsageBar.tsx'
import { Alert, Radio, SearchInput, Title } from '@patternfly/react-core'
import '@patternfly/react-styles/css/components/Table/table.css'
import '@patternfly/react-styles/css/components/Table/table-grid.css'
import { useId, useState } from 'react'
import { useController, type Control } from 'react-hook-form'
import { poolKey, type CreateValues, type PoolRow } from './create-values.ts'
import { words } from './create-words.tsx'

const { pool: step } = words

/** From this many pools on, looking for one by its name is quicker than by eye. */
const many = 8
const columns = ['pool', 'appliance', 'state', 'free', 'used'] as const

/** The pool that the volume takes its space from: any of the fleet. */
export function PoolChoice({
  control,
  pools,
  onChosen,
}: {
  readonly control: Control<CreateValues>
  readonly pools: readonly PoolRow[]
  /** Told before the choice counts. */
  readonly onChosen: (key: string) => void
}) {
  const {
    field: { ref, value: chosen, onBlur, onChange },
    fieldState: { error },
  } = useController({ control, name: 'pool_id' })
  const id = useId()
  const [text, setText] = useState('')
  const wanted = text.trim().toLocaleLowerCase()
  const ordered = pools.toSorted(
    (a, b) => a.appliance.name.localeCompare(b.appliance.name) || a.name.localeCompare(b.name),
  )
  const shown = ordered.filter((pool) => `${pool.name} ${pool.appliance.name}`.toLocaleLowerCase().includes(wanted))
  const reached = shown.some((pool) => poolKey(pool) === chosen) ? chosen : shown[0] && poolKey(shown[0])
  return (
    <>
      <Title headingLevel="h2" id={id}>
        {step.title}
      </Title>
      {error?.message && <Alert variant="danger" isInline isPlain title={error.message} role="alert" />}
      {pools.length > many && (
        <SearchInput
          aria-label={step.heard.filter}
          placeholder={step.filter}
          value={text}
          onChange={(_, value) => setText(value)}
          onClear={() => setText('')}
          // Enter here looks, and does not leave the step.
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a choice, laid out as a table */}
      <div className="vs-table" role="radiogroup" aria-labelledby={id}>
        <table className="pf-v6-c-table pf-m-grid-md pf-m-compact" role="presentation">
          <thead className="pf-v6-c-table__thead pf-m-nowrap">
            <tr className="pf-v6-c-table__tr">
              {columns.map((column) => (
                <th key={column} className={`pf-v6-c-table__th ${column === 'free' ? 'vs-end' : ''}`}>
                  {step[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="pf-v6-c-table__tbody">
            {shown.map((pool) => {
              const key = poolKey(pool)
              return (
                <tr key={key} className="pf-v6-c-table__tr">
                  <td className="pf-v6-c-table__td" data-label={step.pool}>
                    <Radio
                      id={`${id}-${key}`}
                      name={id}
                      label={
                        <>
                          <span className="vs-name" aria-hidden>
                            {pool.name}
                          </span>
                          <span className="pf-v6-screen-reader">
                            {step.heard.poolOn(pool.name, pool.appliance.name)}
                          </span>
                        </>
                      }
                      value={key}
                      isChecked={key === chosen}
                      onBlur={onBlur}
                      onChange={() => {
                        onChosen(key)
                        onChange(key)
                      }}
                      {...(key === reached ? { ref: focusing(ref, `${id}-${key}`), autoFocus: true } : {})}
                    />
                  </td>
                  <td className="pf-v6-c-table__td" data-label={step.appliance}>
                    <span className="vs-name">{pool.appliance.name}</span>
                  </td>
                  <td className="pf-v6-c-table__td" data-label={step.state}>
                    <StateLabel meaning={pool.status === 'ONLINE' ? 'good' : 'warning'}>
                      {pool.status ?? step.stateUnknown}
                    </StateLabel>
                  </td>
                  <td className="pf-v6-c-table__td vs-end" data-label={step.free}>
                    <Bytes value={pool.size_free} />
                  </td>
                  <td className="pf-v6-c-table__td" data-label={step.used}>
                    <UsageBar used={pool.size_used} of={pool.size_total} />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {shown.length === 0 && <p className="vs-subtle">{step.noneMatches}</p>}
      <p className="vs-subtle">{step.notTheRightOne(<PageLink to={paths.poolCreate()}>{step.createPool}</PageLink>)}</p>
    </>
  )
}
