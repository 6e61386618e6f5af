import { ActionButton, type Action } from './actions.tsx'

/** One thing that can be changed about an object. */
export interface Setting {
  readonly title: string
  /** How it is now, and what a change does. */
  readonly text: React.ReactNode
  readonly action: Action
}

/** What can be changed about an object, line by line; what cannot be now says why. */
export function SettingsList({ settings }: { settings: readonly Setting[] }) {
  return (
    <ul className="vs-settings">
      {settings.map(({ title, text, action }) => (
        <li key={title} className="vs-setting">
          <div>
            <h2 className="vs-setting-title">{title}</h2>
            <div className="vs-subtle">{text}</div>
            {action.refusal !== undefined && <div className="vs-setting-refusal">{action.refusal}</div>}
          </div>
          <ActionButton action={action} />
        </li>
      ))}
    </ul>
  )
}
