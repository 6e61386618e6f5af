import { vsnapCall, type ShownCall } from '../api/calls.ts'
import type { ListedResource } from '../api/fleet.ts'
import { bff } from '../api/queries.ts'
import { FormSelect, FormSelectOption, Modal, ModalBody, ModalHeader } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { ApplianceAnswer, ApplianceCurl, CallTitle, ConsoleAnswer, ConsoleCurl } from './api-parts.tsx'
import { words } from './call-words.tsx'
import { CallSchema } from './Schema.tsx'

const operations = {
  disk: 'diskList',
  host: 'hostList',
  partner: 'partnerList',
  pool: 'poolList',
  relationship: 'relationshipList',
  session: 'sessionList',
  share: 'shareList',
  snapshot: 'snapshotList',
  volume: 'volumeList',
} as const satisfies Record<ListedResource, string>

/** The calls behind a list. */
export interface ListCalls {
  /** What each appliance is asked for, when it is a list of theirs. */
  readonly resource?: ListedResource
  /** What the console's server is asked. */
  readonly own: ShownCall
}

/** The calls behind a list as curl, with an answer as it comes: of an appliance, where there are any to ask, else of the console. */
export function ListApi({ calls: { resource, own }, onClose }: { calls: ListCalls; onClose: () => void }) {
  const call = resource === undefined ? own : vsnapCall(operations[resource], {})
  return (
    <Modal isOpen variant="medium" onClose={onClose} aria-labelledby="list-api-title">
      <ModalHeader
        title={`${call.method} ${call.path}`}
        description={<CallTitle call={call} />}
        labelId="list-api-title"
      />
      <ModalBody tabIndex={0} aria-label={words.heard.apiCall}>
        <div className="vs-stack">
          {resource === undefined ? (
            <>
              <ConsoleCurl call={own} />
              <CallSchema endpoint={own.endpoint} />
              <ConsoleAnswer call={own} />
            </>
          ) : (
            <>
              <ConsoleCurl call={own} />
              <OfAppliance call={call} />
            </>
          )}
        </div>
      </ModalBody>
    </Modal>
  )
}

/** What one appliance answers: the one that the list is about, or any. */
function OfAppliance({ call }: { call: ShownCall }) {
  const { data } = useQuery(bff('applianceList'))
  const [search] = useSearchParams()
  const [chosen, setChosen] = useState(search.get('appliance'))
  const appliances = data?.appliances ?? []
  const applianceId = chosen ?? (appliances.find(({ state }) => state === 'online') ?? appliances[0])?.id
  if (applianceId === undefined) return null
  return (
    <>
      <FormSelect value={applianceId} onChange={(_, value) => setChosen(value)} aria-label={words.heard.applianceAsked}>
        {appliances.map(({ id, name }) => (
          <FormSelectOption key={id} value={id} label={name} />
        ))}
      </FormSelect>
      <ApplianceCurl applianceId={applianceId} call={call} />
      <CallSchema endpoint={call.endpoint} />
      <ApplianceAnswer key={applianceId} applianceId={applianceId} call={call} />
    </>
  )
}
