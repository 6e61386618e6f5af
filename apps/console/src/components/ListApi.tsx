import { consoleCall, vsnapCall } from '../api/calls.ts'
import type { FleetFilters, ListedResource } from '../api/fleet.ts'
import { bff } from '../api/queries.ts'
import { FormSelect, FormSelectOption, Modal, ModalBody, ModalHeader } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiAnswer, CallTitle } from './ApiCall.tsx'

/** The calls behind a list of the fleet: what each appliance is asked, with what one of them answers, and what the console is. */
export function ListApi({
  resource,
  filters,
  onClose,
}: {
  resource: ListedResource
  filters: FleetFilters
  onClose: () => void
}) {
  const { data } = useQuery(bff('applianceList'))
  const appliances = data?.appliances ?? []
  const [chosen, setChosen] = useState(filters.appliance)
  const applianceId = chosen ?? (appliances.find(({ state }) => state === 'online') ?? appliances[0])?.id
  const call = vsnapCall(`${resource}List`, {})
  const { appliance, q, sort } = filters
  const own = consoleCall('fleetList', {
    params: { resource },
    query: { ...(appliance ? { appliance } : {}), ...(q ? { q } : {}), ...(sort ? { sort } : {}) },
  })
  return (
    <Modal isOpen variant="medium" onClose={onClose} aria-labelledby="list-api-title">
      <ModalHeader
        title={`${call.method} ${call.path}`}
        description={<CallTitle call={call} />}
        labelId="list-api-title"
      />
      <ModalBody tabIndex={0} aria-label="API call">
        <div className="vs-stack">
          <div>
            <h2 className="vs-label">Of the console, about the whole fleet</h2>
            <code className="vs-code vs-break">
              {own.method} {own.path}
            </code>
          </div>
          {applianceId !== undefined && (
            <>
              <FormSelect
                value={applianceId}
                onChange={(_, value) => setChosen(value)}
                aria-label="Appliance that is asked"
              >
                {appliances.map(({ id, name }) => (
                  <FormSelectOption key={id} value={id} label={name} />
                ))}
              </FormSelect>
              <ApiAnswer key={applianceId} applianceId={applianceId} call={call} />
            </>
          )}
        </div>
      </ModalBody>
    </Modal>
  )
}
