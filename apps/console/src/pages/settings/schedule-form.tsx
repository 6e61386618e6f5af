import { useConsoleOperation } from '../../api/operations.ts'
import { bff } from '../../api/queries.ts'
import { DialogForm } from '../../components/form/DialogForm.tsx'
import { CheckboxField, TextField } from '../../components/form/fields.tsx'
import { errorAbove } from '../../components/form/submit.ts'
import { rereading, useEditing } from '../../components/form/use-editing.ts'
import { toast } from '../../components/toasts.tsx'
import { consoleApi } from '@vsnap/console-api/api.ts'
import type { NotificationSchedule } from '@vsnap/console-api/notification.ts'
import { zodResolver } from '@hookform/resolvers/zod'
import { useWatch } from 'react-hook-form'
import { z } from 'zod'
import { scheduleWords } from './notification-words.ts'
import { words } from './words.ts'

const { time_zone: timeZone, address, quiet_hours: quietHours } = consoleApi.notificationScheduleSet.body.shape
const time = quietHours.unwrap().shape.from
const schema = z
  .object({
    time_zone: timeZone,
    address: z.union([z.literal(''), address.unwrap()]),
    isQuiet: z.boolean(),
    from: z.string(),
    to: z.string(),
    critical: z.boolean(),
    isReported: z.boolean(),
    report_at: z.string(),
  })
  .superRefine((values, context) => {
    const check = (path: 'from' | 'to' | 'report_at', isAsked: boolean) => {
      if (isAsked && !time.safeParse(values[path]).success)
        context.addIssue({ code: 'custom', path: [path], message: words.schedule.timeWrong })
    }
    check('from', values.isQuiet)
    check('to', values.isQuiet)
    check('report_at', values.isReported)
  })
type Values = z.output<typeof schema>

const valuesOf = ({ time_zone, address: at, quiet_hours: quiet, report_at: report }: NotificationSchedule): Values => ({
  time_zone,
  address: at ?? '',
  isQuiet: quiet !== null,
  from: quiet?.from ?? '22:00',
  to: quiet?.to ?? '06:00',
  critical: quiet?.critical ?? true,
  isReported: report !== null,
  report_at: report ?? '07:00',
})

/** When somebody is told. */
export function ScheduleForm({ schedule, onClose }: { schedule: NotificationSchedule; onClose: () => void }) {
  const set = useConsoleOperation('notificationScheduleSet')
  const read = rereading(bff('notificationView'))
  const { form, changed, sending, isBusy } = useEditing<NotificationSchedule, Values>({
    what: 'setting',
    shown: schedule,
    reread: () => read().then((now) => now.schedule),
    valuesOf,
    tell: (now) => ({ [words.schedule.when]: scheduleWords(now), [words.schedule.addressShort]: now.address ?? '' }),
    resolver: zodResolver(schema),
  })
  const send = sending(async (values) => {
    await set.mutateAsync({
      body: {
        time_zone: values.time_zone,
        address: values.address === '' ? null : values.address,
        quiet_hours: values.isQuiet ? { from: values.from, to: values.to, critical: values.critical } : null,
        report_at: values.isReported ? values.report_at : null,
      },
    })
    toast({ title: words.schedule.done })
    onClose()
  })
  const { control } = form
  const [isQuiet, isReported] = useWatch({ control, name: ['isQuiet', 'isReported'] })
  return (
    <DialogForm
      title={words.schedule.title}
      submit={words.schedule.submit}
      isWide
      isBusy={isBusy}
      changed={changed}
      error={errorAbove(form, set.error)}
      onClose={onClose}
      onSubmit={form.handleSubmit(send)}
    >
      <TextField
        control={control}
        name="time_zone"
        label={words.schedule.timeZone}
        help={words.schedule.timeZoneHelp}
        autoComplete="off"
        spellCheck={false}
        startsHere
        isRequired
      />
      <CheckboxField
        control={control}
        name="isQuiet"
        label={words.schedule.quietHours}
        help={words.schedule.quietHoursHelp}
      />
      {isQuiet && (
        <>
          <div className="vs-pair">
            <TextField control={control} name="from" label={words.schedule.from} autoComplete="off" isRequired />
            <TextField control={control} name="to" label={words.schedule.to} autoComplete="off" isRequired />
          </div>
          <CheckboxField control={control} name="critical" label={words.schedule.critical} />
        </>
      )}
      <CheckboxField
        control={control}
        name="isReported"
        label={words.schedule.report}
        help={words.schedule.reportHelp}
      />
      {isReported && (
        <TextField control={control} name="report_at" label={words.schedule.reportAt} autoComplete="off" isRequired />
      )}
      <TextField
        control={control}
        name="address"
        label={words.schedule.address}
        help={words.schedule.addressHelp}
        type="url"
        placeholder={words.schedule.addressExample}
        autoComplete="off"
      />
    </DialogForm>
  )
}
