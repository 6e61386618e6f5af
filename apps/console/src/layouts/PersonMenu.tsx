import { leaveEvents } from '../api/events.ts'
import { sessionEnded } from '../api/expiry.ts'
import { useConsoleOperation } from '../api/operations.ts'
import { usePerson } from '../api/person.ts'
import { queryClient } from '../api/queries.ts'
import { MenuButton } from '../components/menu/MenuButton.tsx'
import { toast } from '../components/toasts.tsx'
import { paths } from '../paths.ts'
import { lazy, Suspense, useState } from 'react'
import { useNavigate } from 'react-router'
import { words } from './words.tsx'

const KeysDialog = lazy(() => import('../components/KeysDialog.tsx').then((module) => ({ default: module.KeysDialog })))

/** Who is logged in, with log out, and the keys that work. */
export function PersonMenu() {
  const person = usePerson()
  const logOut = useConsoleOperation('sessionDelete')
  const navigate = useNavigate()
  const [isKeys, setKeys] = useState(false)
  const leave = async () => {
    try {
      await logOut.mutateAsync({})
    } catch (error) {
      toast({
        variant: 'danger',
        title: words.person.stillLoggedIn(error instanceof Error ? error.message : String(error)),
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
      <MenuButton
        kind="actions"
        parts={[
          {
            heading: words.person.nameAndRole(person.name, person.role),
            entries: [
              { value: 'keys', text: words.person.keys },
              { value: 'leave', text: words.person.logOut },
            ],
          },
        ]}
        onSelect={(value) => (value === 'keys' ? setKeys(true) : void leave())}
        atEnd
        className="vs-person"
        aria-label={words.person.heard.account(person.name)}
      >
        {person.name}
      </MenuButton>
      <Suspense>{isKeys && <KeysDialog onClose={() => setKeys(false)} />}</Suspense>
    </>
  )
}
