import type { Action } from '../../components/actions.tsx'
import { SettingsList, type Setting } from '../../components/SettingsList.tsx'
import type { Auxiliary } from '@vsnap/vsnap-api/pool.rules.ts'
import type { Pool } from '@vsnap/vsnap-api/pool.ts'
import type { PoolAction } from './pool-actions.ts'
import { words } from './page-words.tsx'

const { settings } = words

/** What can be changed about a pool. */
export function SettingsTab({ pool, actions }: { pool: Pool; actions: Readonly<Record<PoolAction, Action>> }) {
  const count = (use: Auxiliary) => pool.disks?.[use]?.length ?? 0
  const extra = (use: Auxiliary): Setting => ({
    title: settings[use].title,
    text: (
      <>
        {settings.disks(count(use))} {settings[use].text}
      </>
    ),
    action: count(use) === 0 ? actions[`add-${use}`] : actions[`remove-${use}`],
  })
  return (
    <SettingsList
      settings={[
        { title: settings.name, text: <span className="vs-name">{pool.name}</span>, action: actions.rename },
        {
          title: settings.options.title,
          text: settings.options.text(pool),
          action: actions.options,
        },
        { ...settings.expand, action: actions.expand },
        extra('log'),
        extra('cache'),
        extra('spare'),
        ...(count('spare') > 0 ? [{ ...settings.moreSpares, action: actions['add-spare'] }] : []),
        { ...settings.delete, action: actions.delete },
      ]}
    />
  )
}
