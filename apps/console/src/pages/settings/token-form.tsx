import { useConsoleOperation } from '../../api/operations.ts'
import { DialogForm } from '../../components/form/DialogForm.tsx'
import { ChoiceField } from '../../components/form/choices.tsx'
import { TextField } from '../../components/form/fields.tsx'
import { errorAbove, submitting } from '../../components/form/submit.ts'
import { said } from '../../ui/isolated.ts'
import { consoleApi } from '@vsnap/console-api/api.ts'
import { Button, ClipboardCopy, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core'
import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'

const choices = [
  { value: 'viewer', label: 'Reads the API', help: 'Sees everything, changes nothing' },
  { value: 'operator', label: 'Works as an operator', help: 'Changes volumes, snapshots, shares, hosts, replication' },
  { value: 'admin', label: 'Works as an admin', help: 'Everything, except managing people and tokens' },
  { value: 'metrics', label: 'Reads the metrics', help: 'Only /metrics, for Prometheus' },
] as const
type Use = (typeof choices)[number]['value']

const terms = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'A year' },
  { value: '', label: 'Never', help: 'Revoke it when nobody needs it any more' },
]

const schema = z.object({
  name: consoleApi.tokenCreate.body.shape.name,
  use: z.enum(choices.map(({ value }) => value)),
  days: z.string(),
})

/** A new token; then its secret, this once. */
export function MakeToken({ onClose }: { onClose: () => void }) {
  const create = useConsoleOperation('tokenCreate')
  const [made, setMade] = useState<{ name: string; secret: string }>()
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { name: '', use: 'viewer' as Use, days: '90' },
  })
  const send = submitting(form, async ({ name, use, days }) => {
    const scope = use === 'metrics' ? 'metrics' : 'api'
    const role = use === 'metrics' ? 'viewer' : use
    setMade(await create.mutateAsync({ body: { name, scope, role, days: days === '' ? null : Number(days) } }))
  })
  if (made) return <Secret {...made} onClose={onClose} />
  return (
    <DialogForm
      title="Make API token"
      description="A program sends it with each call, as Authorization: Bearer."
      submit="Make"
      isBusy={create.isPending}
      error={errorAbove(form, create.error)}
      onClose={onClose}
      onSubmit={form.handleSubmit(send)}
    >
      <TextField
        control={form.control}
        name="name"
        label="Name"
        help="Of the program. The audit trail calls it so."
        autoComplete="off"
        spellCheck={false}
        startsHere
        isRequired
      />
      <ChoiceField control={form.control} name="use" label="What it may do" choices={choices} />
      <ChoiceField control={form.control} name="days" label="Expires in" choices={terms} />
    </DialogForm>
  )
}

function Secret({ name, secret, onClose }: { name: string; secret: string; onClose: () => void }) {
  return (
    <Modal isOpen variant="small" aria-labelledby="secret-title" onClose={onClose}>
      <ModalHeader title={said`Token ${name}`} labelId="secret-title" />
      <ModalBody>
        <p>Copy it now: it is shown this once, and kept nowhere.</p>
        <ClipboardCopy isReadOnly isCode hoverTip="Copy" clickTip="Copied" textAriaLabel="The token">
          {secret}
        </ClipboardCopy>
      </ModalBody>
      <ModalFooter>
        <Button variant="primary" onClick={onClose}>
          I have copied it
        </Button>
      </ModalFooter>
    </Modal>
  )
}
