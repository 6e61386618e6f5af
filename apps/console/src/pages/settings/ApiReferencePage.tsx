import { PageHeader } from '../../components/PageHeader.tsx'
import { paths } from '../../paths.ts'
import type { Endpoint, Operation } from '@vsnap/contract/endpoint.ts'
import { vsnapApi } from '@vsnap/vsnap-api/api.ts'
import { SearchInput, Title } from '@patternfly/react-core'
import { useSearchParams } from 'react-router'
import { OperationReference } from './OperationReference.tsx'
import { words } from './words.tsx'

const { reference } = words

const operations: readonly Operation[] = Object.entries<Endpoint>(vsnapApi).map(([name, endpoint]) => ({
  name,
  endpoint,
}))

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
        title={words.apiReference}
        trail={[{ text: words.settings, to: paths.settings() }]}
        aside={
          <span className="vs-subtle">
            {found.length === operations.length
              ? reference.all(operations.length)
              : reference.found(found.length, operations.length)}
          </span>
        }
      />
      <div className="vs-stack">
        <SearchInput
          aria-label={reference.heard.find}
          placeholder={reference.findBy}
          value={q}
          onChange={(_, text) => setSearch(text === '' ? {} : { q: text }, { replace: true })}
          onClear={() => setSearch({}, { replace: true })}
        />
        {Object.entries(reference.chapters).map(([chapter, title]) => {
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
        {found.length === 0 && <p>{reference.nothingFound(q)}</p>}
      </div>
    </>
  )
}
