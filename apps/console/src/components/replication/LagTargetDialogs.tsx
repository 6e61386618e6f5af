import { useConsoleOperation } from '../../api/operations.ts'
import { SelectField, ChoiceField } from '../form/choices.tsx'
import { DialogForm } from '../form/DialogForm.tsx'
import { TextField } from '../form/fields.tsx'
import { byRules, errorAbove } from '../form/submit.ts'
import { rereading, useEditing } from '../form/use-editing.ts'
import { toast } from '../toasts.tsx'
import { bff } from '../../api/queries.ts'
import {
  inLagUnit,
  lagLimits,
  lagTargetText,
  lagUnits,
  type LagTargets,
  type LagUnit,
} from '@vsnap/console-api/lag-target.ts'
import { useQuery } from '@tanstack/react-query'
import { useWatch, type Control } from 'react-hook-form'
import { words } from './dialog-words.ts'
import type { Relation } from './relations.ts'

const { target: fields, usualTarget, ownTarget } = words

interface Values {
  whose: 'usual' | 'own'
  amount: string
  unit: LagUnit
}

/** The target of one relationship: its own when it has one, else that of all. Seconds. */
interface Own {
  readonly seconds: number | undefined
  readonly usual: number
}

const readTargets = rereading(bff('lagTargetList'))

const secondsOf = ({ amount, unit }: Values) => Math.round(Number(amount.replace(',', '.')) * lagUnits[unit])

const check = byRules<Values>((values) => {
  const seconds = secondsOf(values)
  const isTime = values.amount.trim() !== '' && seconds >= lagLimits.least && seconds <= lagLimits.most
  return { amount: values.whose === 'usual' || isTime ? undefined : fields.amountWrong }
})

const valuesOf = (seconds: number): Omit<Values, 'whose'> => {
  const { amount, unit } = inLagUnit(seconds)
  return { amount: String(amount), unit }
}

function TimeFields({ control, startsHere = false }: { control: Control<Values>; startsHere?: boolean }) {
  return (
    <div className="vs-pair">
      <TextField
        control={control}
        name="amount"
        label={fields.amount}
        autoComplete="off"
        startsHere={startsHere}
        isRequired
      />
      <SelectField
        control={control}
        name="unit"
        label={fields.unit}
        choices={Object.entries(fields.units).map(([value, label]) => ({ value, label }))}
      />
    </div>
  )
}

/** How far every replica may be behind that has no target of its own. */
export function UsualLagTarget({ targets: { usual, own }, onClose }: { targets: LagTargets; onClose: () => void }) {
  const update = useConsoleOperation('lagTargetUpdate')
  const { form, changed, sending, isBusy } = useEditing<number, Values>({
    what: 'target',
    shown: usual,
    reread: () => readTargets().then((now) => now.usual),
    valuesOf: (seconds) => ({ whose: 'own', ...valuesOf(seconds) }),
    tell: (seconds) => ({ [fields.target]: lagTargetText(seconds) }),
    resolver: check,
  })
  const send = sending(async (values) => {
    await update.mutateAsync({ body: { seconds: secondsOf(values) } })
    toast({ title: usualTarget.done(lagTargetText(secondsOf(values))) })
    onClose()
  })
  return (
    <DialogForm
      title={usualTarget.title}
      description={usualTarget.description(own.length)}
      submit={fields.submit}
      isBusy={isBusy}
      changed={changed}
      error={errorAbove(form, update.error)}
      onClose={onClose}
      onSubmit={form.handleSubmit(send)}
    >
      <TimeFields control={form.control} startsHere />
    </DialogForm>
  )
}

/** How far one replica may be behind: as all, or a target of its own. */
export function RelationLagTarget({ relation, onClose }: { relation: Relation; onClose: () => void }) {
  const name = relation.primary.volumeName ?? relation.id
  const { data } = useQuery(bff('lagTargetList'))
  const set = useConsoleOperation('lagTargetSet')
  const { form, changed, sending, isBusy } = useEditing<Own, Values>({
    what: 'target',
    shown: { seconds: relation.hasOwnTarget ? relation.target : undefined, usual: relation.target },
    reread: () =>
      readTargets().then(({ usual, own }) => ({
        seconds: own.find(({ relationship }) => relationship === relation.id)?.seconds,
        usual,
      })),
    valuesOf: ({ seconds, usual }) => ({
      whose: seconds === undefined ? 'usual' : 'own',
      ...valuesOf(seconds ?? usual),
    }),
    tell: ({ seconds }) => ({ [fields.target]: seconds === undefined ? ownTarget.asAll : lagTargetText(seconds) }),
    resolver: check,
  })
  const whose = useWatch({ control: form.control, name: 'whose' })
  const send = sending(async (values) => {
    const seconds = values.whose === 'usual' ? null : secondsOf(values)
    await set.mutateAsync({ params: { relationship: relation.id }, body: { seconds } })
    toast({
      title: seconds === null ? ownTarget.doneAsAll(name) : ownTarget.done(name, lagTargetText(seconds)),
    })
    onClose()
  })
  return (
    <DialogForm
      title={ownTarget.title(name)}
      description={ownTarget.description}
      submit={fields.submit}
      isBusy={isBusy}
      changed={changed}
      error={errorAbove(form, set.error)}
      onClose={onClose}
      onSubmit={form.handleSubmit(send)}
    >
      <ChoiceField
        control={form.control}
        name="whose"
        label={fields.target}
        startsHere
        choices={[
          {
            value: 'usual',
            label: ownTarget.usual,
            help: data && ownTarget.usualNow(lagTargetText(data.usual)),
          },
          { value: 'own', label: ownTarget.own, help: ownTarget.ownHelp },
        ]}
      />
      {whose === 'own' && <TimeFields control={form.control} />}
    </DialogForm>
  )
}
