import { Bytes } from '../../ui/Bytes.tsx'
import { Facts } from '../../ui/Facts.tsx'
import type { Layout } from '@vsnap/vsnap-api/pool.layout.ts'
import { Alert } from '@patternfly/react-core'
import { words } from './disks-words.ts'
import './pools.css'

const { picture, layout: facts } = words

const kinds = ['data', 'parity', 'log', 'cache', 'spare', 'failed'] as const
/** What a disk is in the picture. Parity is spread over a group's disks; how many disks' worth it takes is what counts. */
export type BlockKind = (typeof kinds)[number]

export interface Block {
  readonly uuid: string
  readonly kind: BlockKind
  /** On hover. */
  readonly title: string
}

export interface BlockGroup {
  readonly name: string
  readonly blocks: readonly Block[]
  /** It comes with what is about to be done. */
  readonly isNew?: boolean
}

/** `7 disks: 5 data, 2 parity`, for people who cannot see the picture. */
function spoken({ name, blocks, isNew }: BlockGroup): string {
  const { heard } = picture
  const counts = kinds
    .map((kind) => ({ kind, count: blocks.filter((block) => block.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => heard.ofKind[kind](count))
  return (isNew ? heard.newGroup : heard.group)(name, blocks.length, counts)
}

/** The groups of a pool, each disk a block. */
export function GroupPicture({ groups }: { groups: readonly BlockGroup[] }) {
  const shown = kinds.filter((kind) => groups.some(({ blocks }) => blocks.some((block) => block.kind === kind)))
  return (
    <div className="vs-picture">
      {groups.map((group) => (
        <figure key={group.name} className={group.isNew ? 'vs-group vs-group-new' : 'vs-group'}>
          <figcaption>
            <span aria-hidden="true">
              {group.name}
              {group.isNew && <span className="vs-subtle"> {picture.new}</span>}
            </span>
            <span className="pf-v6-screen-reader">{spoken(group)}</span>
          </figcaption>
          <div aria-hidden="true" className="vs-blocks">
            {group.blocks.map(({ uuid, kind, title }) => (
              <span key={uuid} className={`vs-block vs-block-${kind}`} title={title}>
                {picture.letters[kind]}
              </span>
            ))}
          </div>
        </figure>
      ))}
      <ul className="vs-legend" aria-hidden="true">
        {shown.map((kind) => (
          <li key={kind}>
            <span className={`vs-block vs-block-${kind} vs-block-small`} /> {picture.kinds[kind]}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** A layout's groups as blocks: the parity's worth of disks first. */
export function layoutGroups(layout: Layout, nameOf: (uuid: string) => string, isNew = false): BlockGroup[] {
  return layout.groups.map(({ name, disks, parity }) => ({
    name,
    isNew,
    blocks: disks.map(({ uuid }, index) => ({
      uuid,
      kind: index < parity ? 'parity' : 'data',
      title: nameOf(uuid),
    })),
  }))
}

/** What comes of a layout: capacity, what is lost to what, what it survives, and what deserves a second thought. */
export function LayoutFacts({ layout, survives }: { layout: Layout; survives: string }) {
  return (
    <>
      <Facts
        columns={1}
        items={{
          [facts.usable]: <strong>≈ {<Bytes value={layout.usable} />}</strong>,
          [facts.raw]: <Bytes value={layout.raw} />,
          [facts.overhead]: <Bytes value={layout.overhead} />,
          ...(layout.lost > 0 ? { [facts.lost]: <Bytes value={layout.lost} /> } : {}),
          [facts.survives]: survives,
        }}
      />
      {layout.warnings.map((warning) => (
        <Alert key={warning} variant="warning" isInline isPlain title={warning} />
      ))}
    </>
  )
}
