import { PageHeader } from '../../components/PageHeader.tsx'
import { paths } from '../../paths.ts'
import type { Endpoint, Operation } from '@vsnap/contract/endpoint.ts'
import { vsnapApi } from '@vsnap/vsnap-api/api.ts'
import { SearchInput, Title } from '@patternfly/react-core'
import { useSearchParams } from 'react-router'
import { OperationReference } from './OperationReference.tsx'

const operations: readonly Operation[] = Object.entries<Endpoint>(vsnapApi).map(([name, endpoint]) => ({
  name,
  endpoint,
}))

/** The chapters of the guide, by number. */
const chapters: Readonly<Record<string, string>> = {
  2: 'System',
  3: 'Users',
  4: 'Networks',
  5: 'Targets',
  6: 'Disks',
  7: 'Pools',
  8: 'Volumes',
  9: 'Shares',
  10: 'Hosts',
  11: 'Snapshots',
  12: 'Partners',
  13: 'Relationships',
  14: 'Sessions',
}

const chapterOf = ({ endpoint }: Operation) => endpoint.section?.split('.')[0] ?? ''

function matches({ name, endpoint }: Operation, wanted: string): boolean {
  return [name, endpoint.title, endpoint.path, endpoint.method, `§${endpoint.section}`].some((text) =>
    text.toLowerCase().includes(wanted),
  )
}

/** Every operation of the vSnap API, from the contract that the console itself goes by; reading ones can be tried. */
export default function ApiReferencePage() {
  const [search, setSearch] = useSearchParams()
  const q = search.get('q') ?? ''
  const wanted = q.trim().toLowerCase()
  const found = operations.filter((operation) => matches(operation, wanted))
  return (
    <>
      <PageHeader
        title="API reference"
        trail={[{ text: 'Settings', to: paths.settings() }]}
        aside={
          <span className="vs-subtle">
            {found.length === operations.length ? operations.length : `${found.length} of ${operations.length}`}{' '}
            operations of the vSnap API
          </span>
        }
      />
      <div className="vs-stack">
        <SearchInput
          aria-label="Find operations"
          placeholder="Find by name, title, path or section"
          value={q}
          onChange={(_, text) => setSearch(text === '' ? {} : { q: text }, { replace: true })}
          onClear={() => setSearch({}, { replace: true })}
        />
        {Object.entries(chapters).map(([chapter, title]) => {
          const own = found.filter((operation) => chapterOf(operation) === chapter)
          return own.length === 0 ? null : (
            <section key={chapter} aria-label={title}>
              <Title headingLevel="h2" size="lg">
                {chapter}. {title}
              </Title>
              {own.map((operation) => (
                <OperationReference key={operation.name} operation={operation} />
              ))}
            </section>
          )
        })}
        {found.length === 0 && <p>No operation matches “{q}”.</p>}
      </div>
    </>
  )
}
