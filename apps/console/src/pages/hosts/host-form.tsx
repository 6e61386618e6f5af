import { useOperation } from '../../api/operations.ts'
import { bff, vsnap } from '../../api/queries.ts'
import { ApplianceField, applianceProblem } from '../../components/form/ApplianceField.tsx'
import { DialogForm } from '../../components/form/DialogForm.tsx'
import { TextField } from '../../components/form/fields.tsx'
import { byRules, errorAbove, submitting } from '../../components/form/submit.ts'
import { rereading, useEditing } from '../../components/form/use-editing.ts'
import { toast } from '../../components/toasts.tsx'
import { paths } from '../../paths.ts'
import type { Host } from '@vsnap/vsnap-api/host.ts'
import { hostCan } from '@vsnap/vsnap-api/host.rules.ts'
import { useQuery } from '@tanstack/react-query'
import { useWatch, type Control, type UseFormReturn } from 'react-hook-form'
import { useCheckedForm } from '../../components/form/use-checked-form.ts'
import { useNavigate } from 'react-router'
import { words } from './words.tsx'

interface Values {
  name: string
  /** One a line. */
  iqns: string
}

/** The initiators that a person typed. */
const listOf = (text: string): string[] => text.split(/[\s,;]+/).filter((iqn) => iqn !== '')

function HostFields({ control, startsHere }: { control: Control<Values>; startsHere: boolean }) {
  return (
    <>
      <TextField
        control={control}
        name="name"
        label={words.form.name}
        autoComplete="off"
        spellCheck={false}
        startsHere={startsHere}
        isRequired
      />
      <TextField
        control={control}
        name="iqns"
        label={words.form.initiators}
        rows={3}
        spellCheck={false}
        help={words.form.initiatorsHelp}
      />
    </>
  )
}

interface NewHost extends Values {
  appliance: string
}

/** A new host, on an appliance that is chosen here unless the page has one. */
export function CreateHost({ appliance, onClose }: { appliance: string | undefined; onClose: () => void }) {
  const { data: registry } = useQuery(bff('applianceList'))
  const navigate = useNavigate()
  const form: UseFormReturn<NewHost> = useCheckedForm<NewHost>({
    resolver: byRules<NewHost>((values) => ({
      appliance: applianceProblem(values.appliance),
      name: hostCan.name(values.name, hosts?.hosts ?? []),
      iqns: hostCan.initiators(listOf(values.iqns), hosts?.hosts ?? []),
    })),
    defaultValues: { appliance: appliance ?? '', name: '', iqns: '' },
  })
  const chosen = useWatch({ control: form.control, name: 'appliance' })
  const { data: hosts } = useQuery({ ...vsnap(chosen, 'hostList'), enabled: chosen !== '' })
  const create = useOperation(chosen, 'hostCreate')
  const send = submitting(form, async ({ name, iqns }) => {
    const host = await create.mutateAsync({ body: { name, iqns: listOf(iqns) } })
    toast({ title: words.create.done(name) })
    // What comes next, its volumes, is there.
    await navigate(paths.host(chosen, host.id), { replace: true })
  })
  return (
    <DialogForm
      title={words.create.title}
      submit={words.create.submit}
      isBusy={create.isPending}
      error={errorAbove(form, create.error)}
      onClose={onClose}
      onSubmit={form.handleSubmit(send)}
    >
      <ApplianceField
        control={form.control}
        name="appliance"
        startsHere={appliance === undefined}
        appliances={registry?.appliances}
      />
      <HostFields control={form.control as unknown as Control<Values>} startsHere={appliance !== undefined} />
    </DialogForm>
  )
}

const valuesOf = ({ name, iqns }: Host): Values => ({ name, iqns: (iqns ?? []).join('\n') })

/** Another name or other initiators; only what changed is sent, and what somebody else changed meanwhile is said. */
export function EditHost({ applianceId, host, onClose }: { applianceId: string; host: Host; onClose: () => void }) {
  const { data: hosts } = useQuery(vsnap(applianceId, 'hostList'))
  const update = useOperation(applianceId, 'hostUpdate')
  const { form, opened, changed, sending, isBusy } = useEditing<Host, Values>({
    what: 'host',
    shown: host,
    reread: rereading(vsnap(applianceId, 'hostView', { params: { id: host.id } })),
    valuesOf,
    tell: ({ name, iqns }) => ({ [words.form.name]: name, [words.form.initiators]: (iqns ?? []).join(', ') }),
    resolver: byRules<Values>(({ name, iqns }) => ({
      name: hostCan.name(name, hosts?.hosts ?? [], host.id),
      iqns: hostCan.initiators(listOf(iqns), hosts?.hosts ?? [], host.id),
    })),
  })
  const send = sending(async ({ name, iqns }, now) => {
    const body = {
      ...(name === now.name ? {} : { name }),
      ...(listOf(iqns).join('\n') === valuesOf(now).iqns ? {} : { iqns: listOf(iqns) }),
    }
    if (Object.keys(body).length > 0) {
      await update.mutateAsync({ params: { id: host.id }, body })
      toast({ title: words.edit.done(name) })
    }
    onClose()
  })
  return (
    <DialogForm
      title={words.edit.title(opened.name)}
      description={words.edit.description}
      submit={words.edit.submit}
      isBusy={isBusy}
      changed={changed}
      error={errorAbove(form, update.error)}
      onClose={onClose}
      onSubmit={form.handleSubmit(send)}
    >
      <HostFields control={form.control} startsHere />
    </DialogForm>
  )
}
