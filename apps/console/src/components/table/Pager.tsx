import { Button } from '@patternfly/react-core'
import { AngleLeftIcon, AngleRightIcon } from '@patternfly/react-icons'
import '@patternfly/react-styles/css/components/Pagination/pagination.css'
import { MenuButton } from '../menu/MenuButton.tsx'
import { words } from './words.tsx'

const { pager } = words

interface PagerProps {
  /** What it leads through, for people who cannot see it: `Pages of Volumes`. */
  readonly label: string
  readonly count: number
  /** From 1. */
  readonly page: number
  readonly perPage: number
  readonly choices: readonly number[]
  readonly onPage: (page: number) => void
  readonly onPerPage: (rows: number) => void
}

/** PatternFly's compact pagination by its classes, with a menu that exists while it is open. */
export function Pager({ label, count, page, perPage, choices, onPage, onPerPage }: PagerProps) {
  const pages = Math.ceil(count / perPage)
  return (
    <div className="pf-v6-c-pagination">
      <div className="pf-v6-c-pagination__page-menu">
        <MenuButton
          kind="actions"
          parts={[
            {
              label: pager.rowsOfAPage,
              entries: choices.map((rows) => ({
                value: String(rows),
                text: pager.perPage(rows),
                isChosen: rows === perPage,
              })),
            },
          ]}
          onSelect={(rows) => onPerPage(Number(rows))}
          above
          variant="plainText"
        >
          {pager.range((page - 1) * perPage + 1, Math.min(page * perPage, count), count, (text) => (
            <b>{text}</b>
          ))}
        </MenuButton>
      </div>
      <nav className="pf-v6-c-pagination__nav" aria-label={label}>
        <div className="pf-v6-c-pagination__nav-control">
          <Button
            variant="plain"
            aria-label={pager.previous}
            isDisabled={page === 1}
            icon={<AngleLeftIcon />}
            onClick={() => onPage(page - 1)}
          />
        </div>
        <div className="pf-v6-c-pagination__nav-control">
          <Button
            variant="plain"
            aria-label={pager.next}
            isDisabled={page >= pages}
            icon={<AngleRightIcon />}
            onClick={() => onPage(page + 1)}
          />
        </div>
      </nav>
    </div>
  )
}
