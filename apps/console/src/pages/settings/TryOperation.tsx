import { rawAnswer } from '../../api/client.ts'
import { bff } from '../../api/queries.ts'
import { ErrorAlert } from '../../components/ErrorAlert.tsx'
import type { Operation } from '@vsnap/contract/endpoint.ts'
import { addresses, filled, placeholders } from '@vsnap/contract/request.ts'
import { schemaOf } from '@vsnap/openapi/openapi.ts'
import { Button, Form, FormGroup, FormSelect, FormSelectOption, TextInput } from '@patternfly/react-core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { words } from './reference-words.tsx'

const { tryOperation } = words

interface Address {
  readonly template: string
  /** What has to be filled in: part of the path, or of the query. */
  readonly fields: readonly { readonly name: string; readonly isRequired: boolean }[]
  readonly build: (values: Readonly<Record<string, string>>) => string
}

/** The addresses of a reading operation, and how each is made from what a person types. */
function addressesOf({ endpoint }: Operation): Address[] {
  const optional = Object.keys(endpoint.query ? (schemaOf(endpoint.query).properties ?? {}) : {})
  return addresses(endpoint).map(({ path, keys }) => {
    const inPath = placeholders(path)
    const inQuery = [...keys.keys(), ...optional]
    return {
      template: `/api${path}${keys.size > 0 ? `?${[...keys.keys()].map((key) => `${key}=…`).join('&')}` : ''}`,
      fields: [
        ...[...inPath, ...keys.keys()].map((name) => ({ name, isRequired: true })),
        ...optional.map((name) => ({ name, isRequired: false })),
      ],
      build(values) {
        const given = inQuery.flatMap((key): [string, string][] => (values[key] ? [[key, values[key]]] : []))
        const query = new URLSearchParams(given).toString()
        const to = filled(path, (name) => encodeURIComponent(values[name] ?? ''))
        return query === '' ? to : `${to}?${query}`
      },
    }
  })
}

/** A form that makes a reading call on an appliance, and shows the answer as it comes. */
export function TryOperation({ operation }: { operation: Operation }) {
  const id = useId()
  const { data } = useQuery(bff('applianceList'))
  const choices = addressesOf(operation)
  const [chosen, setChosen] = useState(0)
  const [appliance, setAppliance] = useState('')
  const [values, setValues] = useState<Readonly<Record<string, string>>>({})
  const address = choices[chosen] ?? choices[0]
  const applianceId = appliance || (data?.appliances[0]?.id ?? '')
  const call = useMutation({
    mutationFn: () => rawAnswer(applianceId, address?.build(values) ?? ''),
  })
  if (!address || data?.appliances.length === 0) return <p>{tryOperation.noAppliance}</p>
  return (
    <Form
      isHorizontal
      aria-label={tryOperation.heard.form(operation.endpoint.title)}
      onSubmit={(event) => {
        event.preventDefault()
        call.mutate()
      }}
    >
      <FormGroup label={tryOperation.appliance} fieldId={`${id}-appliance`}>
        <FormSelect id={`${id}-appliance`} value={applianceId} onChange={(_, value) => setAppliance(value)}>
          {data?.appliances.map((each) => (
            <FormSelectOption key={each.id} value={each.id} label={each.name} />
          ))}
        </FormSelect>
      </FormGroup>
      {choices.length > 1 && (
        <FormGroup label={tryOperation.address} fieldId={`${id}-address`}>
          <FormSelect id={`${id}-address`} value={chosen} onChange={(_, value) => setChosen(Number(value))}>
            {choices.map(({ template }, index) => (
              <FormSelectOption key={template} value={index} label={template} />
            ))}
          </FormSelect>
        </FormGroup>
      )}
      {address.fields.map(({ name: field, isRequired }) => (
        <FormGroup key={field} label={field} fieldId={`${id}-${field}`} isRequired={isRequired}>
          <TextInput
            id={`${id}-${field}`}
            isRequired={isRequired}
            value={values[field] ?? ''}
            spellCheck={false}
            onChange={(_, value) => setValues({ ...values, [field]: value })}
          />
        </FormGroup>
      ))}
      <div className="vs-actions">
        <Button type="submit" variant="secondary" isLoading={call.isPending} isDisabled={call.isPending}>
          {tryOperation.submit}
        </Button>
        <code className="vs-code vs-break">GET /api{address.build(values)}</code>
      </div>
      <ErrorAlert error={call.error} />
      {call.data && (
        <div>
          <h3 className="vs-label">{tryOperation.answer(call.data.status)}</h3>
          <pre className="vs-pre">{JSON.stringify(call.data.body, null, 2)}</pre>
        </div>
      )}
    </Form>
  )
}
