import { useNavigation } from 'react-router'

/** A line at the top of the page while the code of the next one is on its way. */
export function Progress() {
  const { state } = useNavigation()
  return <div className={state === 'loading' ? 'vs-progress vs-progress-on' : 'vs-progress'} aria-hidden="true" />
}
