import { leaveEvents } from '../api/events.ts'
import { sessionEnded } from '../api/expiry.ts'
import { useConsoleOperation } from '../api/operations.ts'
import { usePerson } from '../api/person.ts'
import { queryClient } from '../api/queries.ts'
import { toast } from '../components/toasts.tsx'
import { paths } from '../paths.ts'
import { Dropdown, DropdownGroup, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core'
import { lazy, Suspense, useState } from 'react'
import { useNavigate } from 'react-router'

const KeysDialog = lazy(() => import('../components/KeysDialog.tsx').then((module) => ({ default: module.KeysDialog })))

/** Who is logged in, with log out, and the keys that work. */
export function PersonMenu() {
  const person = usePerson()
  const logOut = useConsoleOperation('sessionDelete')
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  const [isKeys, setKeys] = useState(false)
  const showKeys = () => {
    setOpen(false)
    setKeys(true)
  }
  const leave = async () => {
    try {
      await logOut.mutateAsync({})
    } catch (error) {
      toast({
        variant: 'danger',
        title: `You are still logged in: ${error instanceof Error ? error.message : String(error)}`,
      })
      return
    }
    sessionEnded()
    leaveEvents()
    await navigate(paths.login())
    queryClient.clear()
  }
  return (
    <>
      <Dropdown
        isOpen={open}
        onOpenChange={setOpen}
        popperProps={{ position: 'right', preventOverflow: true }}
        toggle={(ref) => (
          <MenuToggle
            ref={ref}
            isExpanded={open}
            onClick={() => setOpen(!open)}
            className="vs-person"
            aria-label={`Account: ${person.name}`}
          >
            {person.name}
          </MenuToggle>
        )}
      >
        <DropdownGroup label={`${person.name}, ${person.role}`}>
          <DropdownList>
            <DropdownItem onClick={showKeys}>Keys</DropdownItem>
            <DropdownItem onClick={() => void leave()}>Log out</DropdownItem>
          </DropdownList>
        </DropdownGroup>
      </Dropdown>
      <Suspense>{isKeys && <KeysDialog onClose={() => setKeys(false)} />}</Suspense>
    </>
  )
}
