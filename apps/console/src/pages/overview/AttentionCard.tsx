import { useRefusal } from '../../api/person.ts'
import { ActionButton } from '../../components/actions.tsx'
import { Linked } from '../../components/Linked.tsx'
import { PageLink } from '../../components/PageLink.tsx'
import { objectPath, remedyOf } from '../../components/remedy.ts'
import { paths } from '../../paths.ts'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import type { Attention } from '@vsnap/console-api/alert.ts'
import { Icon } from '@patternfly/react-core'
import { CheckCircleIcon, ExclamationCircleIcon, ExclamationTriangleIcon } from '@patternfly/react-icons'
import { OverviewCard } from './OverviewCard.tsx'
import { words } from './words.tsx'

/** Lines that have room without scrolling; the others are on the page of alerts. */
const room = 5

/** Is anything wrong? One ranked list, each line with since when, and the one thing that helps. */
export function AttentionCard({ attention }: { attention: readonly Attention[] }) {
  const shown = attention.slice(0, room)
  return (
    <OverviewCard
      title={words.attention.title}
      aside={
        attention.length > room && (
          <PageLink to={paths.alerts()}>{words.attention.shownOf(shown.length, attention.length)}</PageLink>
        )
      }
    >
      {attention.length === 0 ? (
        <p className="vs-card-calm">
          <Icon status="success" isInline>
            <CheckCircleIcon />
          </Icon>{' '}
          {words.attention.nothing}
        </p>
      ) : (
        <ul className="vs-lines" aria-label={words.attention.title}>
          {shown.map((line) => (
            <AttentionLine key={line.key} line={line} />
          ))}
        </ul>
      )}
    </OverviewCard>
  )
}

function AttentionLine({ line }: { line: Attention }) {
  const refusal = useRefusal()
  const { severity, title, text, since, appliance, object, acknowledged_by: by } = line
  const remedy = remedyOf(line, refusal)
  const links = [
    ...(object ? [{ text: object.name, to: objectPath(line) }] : []),
    ...(appliance ? [{ text: appliance.name, to: paths.appliance(appliance.id) }] : []),
  ].flatMap(({ text: name, to }) => (to === undefined ? [] : [{ text: name, to }]))
  return (
    <li className="vs-line vs-attention">
      <Icon status={severity}>
        {severity === 'danger' ? (
          <ExclamationCircleIcon title={words.attention.heard.severities.danger} />
        ) : (
          <ExclamationTriangleIcon title={words.attention.heard.severities.warning} />
        )}
      </Icon>
      <div className="vs-line-text">
        <div className="vs-break">
          <Linked links={links}>{title}</Linked>
        </div>
        <div className="vs-aside vs-break">
          {words.attention.since(<RelativeTime value={since} />)} {text}
          {by !== null && <> {words.attention.lookedAfter(by)}</>}
        </div>
      </div>
      {remedy && <ActionButton action={remedy} />}
    </li>
  )
}
