import { useConsoleOperation } from '../../api/operations.ts'
import { DialogForm } from '../../components/form/DialogForm.tsx'
import { ChoiceField } from '../../components/form/choices.tsx'
import { TextField } from '../../components/form/fields.tsx'
import { errorAbove, submitting } from '../../components/form/submit.ts'
import { consoleApi } from '@vsnap/console-api/api.ts'
import { Button, ClipboardCopy, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core'
import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { words } from './words.ts'

const { makeToken, newToken } = words

const uses = ['viewer', 'operator', 'admin', 'metrics'] as const
const choices = uses.map((value) => ({ value, ...makeToken.uses[value] }))

const terms = [
  { value: '30', label: makeToken.terms.days(30) },
  { value: '90', label: makeToken.terms.days(90) },
  { value: '365', label: makeToken.terms.year },
  { value: '', label: makeToken.terms.never, help: makeToken.terms.neverHelp },
]

const schema = z.object({
  name: consoleApi.tokenCreate.body.shape.name,
  use: z.enum(uses),
  days: z.string(),
})

/** A new token; then its secret, this once. */
export function MakeToken({ onClose }: { onClose: () => void }) {
  const create = useConsoleOperation('tokenCreate')
  const [made, setMade] = useState<{ name: string; secret: string }>()
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { name: '', use: 'viewer' as (typeof uses)[number], days: '90' },
  })
  const send = submitting(form, async ({ name, use, days }) => {
    const scope = use === 'metrics' ? 'metrics' : 'api'
    const role = use === 'metrics' ? 'viewer' : use
    setMade(await create.mutateAsync({ body: { name, scope, role, days: days === '' ? null : Number(days) } }))
  })
  if (made) return <Secret {...made} onClose={onClose} />
  return (
    <DialogForm
      title={makeToken.title}
      description={makeToken.description}
      submit={makeToken.submit}
      isBusy={create.isPending}
      error={errorAbove(form, create.error)}
      onClose={onClose}
      onSubmit={form.handleSubmit(send)}
    >
      <TextField
        control={form.control}
        name="name"
        label={makeToken.name}
        help={makeToken.nameHelp}
        autoComplete="off"
        spellCheck={false}
        startsHere
        isRequired
      />
      <ChoiceField control={form.control} name="use" label={makeToken.use} choices={choices} />
      <ChoiceField control={form.control} name="days" label={makeToken.expiresIn} choices={terms} />
    </DialogForm>
  )
}

function Secret({ name, secret, onClose }: { name: string; secret: string; onClose: () => void }) {
  return (
    <Modal isOpen variant="small" aria-labelledby="secret-title" onClose={onClose}>
      <ModalHeader title={newToken.title(name)} labelId="secret-title" />
      <ModalBody>
        <p>{newToken.text}</p>
        <ClipboardCopy
          isReadOnly
          isCode
          hoverTip={newToken.copy}
          clickTip={newToken.copied}
          textAriaLabel={newToken.heard.token}
        >
          {secret}
        </ClipboardCopy>
      </ModalBody>
      <ModalFooter>
        <Button variant="primary" onClick={onClose}>
          {newToken.close}
        </Button>
      </ModalFooter>
    </Modal>
  )
}
