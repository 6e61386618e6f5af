import { PageLink } from '../../components/PageLink.tsx'
import { paths } from '../../paths.ts'
import { Facts } from '../../ui/Facts.tsx'
import { consoleApi } from '@vsnap/console-api/api.ts'
import { vsnapApi } from '@vsnap/vsnap-api/api.ts'

/** What the console is, and where its API is described. */
export function AboutTab() {
  return (
    <Facts
      columns={1}
      items={{
        Product: 'vSnap Console',
        'vSnap API': (
          <PageLink to={paths.apiReference()}>{`${Object.keys(vsnapApi).length} operations, each explained`}</PageLink>
        ),
        'Console API': `${Object.keys(consoleApi).length} operations`,
        Description: (
          <a href="/api/openapi.json" target="_blank" rel="noreferrer">
            OpenAPI 3.1 document of both
          </a>
        ),
        Licence: 'MIT',
      }}
    />
  )
}
