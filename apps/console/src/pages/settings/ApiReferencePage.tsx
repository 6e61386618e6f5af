import { PageHeader } from '../../components/PageHeader.tsx'
import { paths } from '../../paths.ts'
import type { Endpoint, Operation } from '@vsnap/contract/endpoint.ts'
import { vsnapApi } from '@vsnap/vsnap-api/api.ts'
import { SearchInput, Title } from '@patternfly/react-core'
import { useSearchParams } from 'react-router'
import { OperationReference } from './OperationReference.tsx'
import { words } from './reference-words.tsx'

const { page } = words

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
        title={page.title}
        trail={[{ text: page.settings, to: paths.settings() }]}
        aside={
          <span className="vs-subtle">
            {found.length === operations.length
              ? page.all(operations.length)
              : page.found(found.length, operations.length)}
          </span>
        }
      />
      <div className="vs-stack">
        <SearchInput
          aria-label={page.heard.find}
          placeholder={page.findBy}
          value={q}
          onChange={(_, text) => setSearch(text === '' ? {} : { q: text }, { replace: true })}
          onClear={() => setSearch({}, { replace: true })}
        />
        {Object.entries(page.chapters).map(([chapter, title]) => {
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
        {found.length === 0 && <p>{page.nothingFound(q)}</p>}
      </div>
    </>
  )
}
