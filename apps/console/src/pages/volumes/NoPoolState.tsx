import { useRefusal } from '../../api/person.ts'
import { ActionButton, type Action } from '../../components/actions.tsx'
import { paths } from '../../paths.ts'
import { said } from '../../ui/isolated.ts'
import { EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core'
import { CubesIcon, DatabaseIcon, ServerIcon, UnpluggedIcon } from '@patternfly/react-icons'
import type { NoPool } from './storage.ts'

interface Words {
  readonly title: string
  readonly text: string
  readonly icon: React.ComponentType
  readonly action: Action
}

function useWords(noPool: NoPool): Words {
  const refusal = useRefusal()
  if (noPool.why === 'no-appliance') {
    return {
      title: 'No appliance yet',
      text: 'Volumes are in the pools of an appliance. Add the first appliance by its address, user name and password.',
      icon: ServerIcon,
      action: { label: 'Add appliance', to: paths.applianceAdd(), refusal: refusal('applianceCreate') },
    }
  }
  const { appliance } = noPool
  const name = appliance?.name ?? 'The appliance'
  const id = appliance?.id ?? ''
  switch (noPool.why) {
    case 'not-initialised':
      return {
        title: said`${name} is not initialised`,
        text: 'Until it is, it can have no pools and no volumes.',
        icon: CubesIcon,
        action: { label: 'Initialise', to: paths.applianceInitialize(id), refusal: refusal('systemInit') },
      }
    case 'initialising':
      return {
        title: said`${name} is being initialised`,
        text: 'This takes some minutes; then it can have pools and volumes.',
        icon: CubesIcon,
        action: { label: 'See progress', to: paths.applianceInitialize(id) },
      }
    case 'silent':
      return {
        title: said`${name} does not answer`,
        text: 'Which pools and volumes it has is not known until it answers again.',
        icon: UnpluggedIcon,
        action: { label: 'See the appliance', to: paths.appliance(id) },
      }
    case 'no-pool':
      return {
        title: 'No pool yet',
        text: 'A volume takes its space from a pool of disks. Create a pool first, then volumes in it.',
        icon: DatabaseIcon,
        action: { label: 'Create pool', to: paths.poolCreate({ appliance: id }), refusal: refusal('poolCreate') },
      }
  }
}

/** There is nowhere to put a volume: why, and the step that helps. */
export function NoPoolState({ noPool }: { noPool: NoPool }) {
  const { title, text, icon, action } = useWords(noPool)
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
