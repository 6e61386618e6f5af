import { useRefusal } from '../../api/person.ts'
import { ActionButton, type Action } from '../../components/actions.tsx'
import { paths } from '../../paths.ts'
import { EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core'
import { CubesIcon, DatabaseIcon, ServerIcon, UnpluggedIcon } from '@patternfly/react-icons'
import type { NoPool } from './storage.ts'
import { words } from './words.ts'

interface Explanation {
  readonly title: string
  readonly text: string
  readonly icon: React.ComponentType
  readonly action: Action
}

function useExplanation(noPool: NoPool): Explanation {
  const refusal = useRefusal()
  const { noAppliance, notInitialised, initialising, silent, noPool: none } = words.noPool
  if (noPool.cause === 'no-appliance') {
    return {
      title: noAppliance.title,
      text: noAppliance.text,
      icon: ServerIcon,
      action: { label: noAppliance.action, to: paths.applianceAdd(), refusal: refusal('applianceCreate') },
    }
  }
  const { id, name } = noPool.appliance
  switch (noPool.cause) {
    case 'not-initialised':
      return {
        title: notInitialised.title(name),
        text: notInitialised.text,
        icon: CubesIcon,
        action: { label: notInitialised.action, to: paths.applianceInitialize(id), refusal: refusal('systemInit') },
      }
    case 'initialising':
      return {
        title: initialising.title(name),
        text: initialising.text,
        icon: CubesIcon,
        action: { label: initialising.action, to: paths.applianceInitialize(id) },
      }
    case 'silent':
      return {
        title: silent.title(name),
        text: silent.text,
        icon: UnpluggedIcon,
        action: { label: silent.action, to: paths.appliance(id) },
      }
    case 'no-pool':
      return {
        title: none.title,
        text: none.text,
        icon: DatabaseIcon,
        action: { label: none.action, to: paths.poolCreate({ appliance: id }), refusal: refusal('poolCreate') },
      }
  }
}

/** There is nowhere to put a volume: why, and the step that helps. */
export function NoPoolState({ noPool }: { noPool: NoPool }) {
  const { title, text, icon, action } = useExplanation(noPool)
  return (
    <EmptyState titleText={<span className="vs-name">{title}</span>} headingLevel="h2" icon={icon}>
      <EmptyStateBody>{text}</EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          <ActionButton variant="primary" action={action} />
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  )
}
