import { vsnapCall } from '../../api/calls.ts'
import { useOperation } from '../../api/operations.ts'
import { useRefusal } from '../../api/person.ts'
import { bff, queryClient, vsnap } from '../../api/queries.ts'
import { ActionButton } from '../../components/actions.tsx'
import { CallReview } from '../../components/CallReview.tsx'
import { ErrorAlert } from '../../components/ErrorAlert.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { paths } from '../../paths.ts'
import {
  ActionGroup,
  Button,
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
  Form,
  Spinner,
} from '@patternfly/react-core'
import { CheckCircleIcon } from '@patternfly/react-icons'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useForm, useWatch } from 'react-hook-form'
import { useParams } from 'react-router'
import { InitializeFields, type InitializeValues } from './InitializeFields.tsx'
import { words } from './initialize-words.ts'

const { page } = words

/** How often an initialisation is asked how far it is (milliseconds). */
const askEvery = 2000

/** Initialise an appliance (guide §2.2), and see it become ready. */
export default function ApplianceInitializePage() {
  const { applianceId = '' } = useParams()
  const { data: appliance } = useSuspenseQuery(bff('applianceView', { params: { id: applianceId } }))
  const { data: system } = useSuspenseQuery({
    ...vsnap(applianceId, 'systemView'),
    refetchInterval: ({ state }) => {
      const busy = state.data?.init_status === 'Initializing'
      // The registry repeats the state; it has to hear when it ends.
      if (!busy) void queryClient.invalidateQueries({ queryKey: ['console'] })
      return busy ? askEvery : false
    },
  })
  // Here and not in the form: a refusal because somebody else was quicker is still to be read when the form has gone.
  const init = useOperation(applianceId, 'systemInit')
  const status = system.init_status
  return (
    <>
      <PageHeader
        title={page.title}
        aside={<span className="vs-subtle vs-name">{appliance.name}</span>}
        trail={[
          { text: page.appliances, to: paths.appliances() },
          { text: appliance.name, to: paths.appliance(applianceId) },
        ]}
      />
      <ErrorAlert error={init.error} />
      {status === 'Not Initialized' ? (
        <InitializeForm applianceId={applianceId} init={init} />
      ) : status === 'Initializing' ? (
        <EmptyState titleText={page.busy.title} headingLevel="h2" icon={Spinner}>
          <EmptyStateBody>{page.busy.text}</EmptyStateBody>
        </EmptyState>
      ) : (
        <EmptyState
          titleText={status === 'Ready' ? page.ready : status == null ? page.saysNothing : page.says(status)}
          headingLevel="h2"
          icon={CheckCircleIcon}
          status="success"
        >
          <EmptyStateBody>{system.multipool ? page.severalPools : page.onePool}</EmptyStateBody>
          <EmptyStateFooter>
            <EmptyStateActions>
              <ActionButton
                variant="primary"
                action={{ label: page.createPool, to: paths.poolCreate({ appliance: applianceId }) }}
              />
              <ActionButton variant="link" action={{ label: page.seeAppliance, to: paths.appliance(applianceId) }} />
            </EmptyStateActions>
          </EmptyStateFooter>
        </EmptyState>
      )}
    </>
  )
}

function InitializeForm({
  applianceId,
  init,
}: {
  applianceId: string
  init: ReturnType<typeof useOperation<'systemInit'>>
}) {
  const refusal = useRefusal()('systemInit')
  const form = useForm<InitializeValues>({ defaultValues: { multipool: true, skip_pool: true } })
  const body = { action: 'init' as const, async: true, ...useWatch({ control: form.control }) }
  return (
    <Form
      noValidate
      isWidthLimited
      onSubmit={(event) => {
        event.preventDefault()
        if (refusal === undefined) init.mutate({ body })
      }}
    >
      <p>{words.lead}</p>
      <InitializeFields control={form.control} />
      <CallReview applianceId={applianceId} calls={[vsnapCall('systemInit', { body })]} />
      <ActionGroup>
        {refusal === undefined ? (
          <Button type="submit" variant="primary" isLoading={init.isPending} isDisabled={init.isPending}>
            {page.submit}
          </Button>
        ) : (
          <ActionButton variant="primary" action={{ label: page.submit, refusal }} />
        )}
      </ActionGroup>
    </Form>
  )
}
