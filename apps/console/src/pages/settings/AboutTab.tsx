import { PageLink } from '../../components/PageLink.tsx'
import { paths } from '../../paths.ts'
import { Facts } from '../../ui/Facts.tsx'
import { consoleApi } from '@vsnap/console-api/api.ts'
import { vsnapApi } from '@vsnap/vsnap-api/api.ts'
import { words } from './words.ts'

const { about } = words

/** What the console is, and where its API is described. */
export function AboutTab() {
  return (
    <Facts
      columns={1}
      items={{
        [about.product]: about.console,
        [about.vsnapApi]: (
          <PageLink to={paths.apiReference()}>{about.vsnapOperations(Object.keys(vsnapApi).length)}</PageLink>
        ),
        [about.consoleApi]: about.consoleOperations(Object.keys(consoleApi).length),
        [about.description]: (
          <a href="/api/openapi.json" target="_blank" rel="noreferrer">
            {about.openApi}
          </a>
        ),
        [about.licence]: 'MIT',
      }}
    />
  )
}
