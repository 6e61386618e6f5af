import { PageLink } from '../../components/PageLink.tsx'
import { protections } from '../../components/replication/relations.ts'
import { paths } from '../../paths.ts'
import {
  arrowOf,
  isLarge,
  nodeBoxes,
  placesOf,
  placeWords,
  radius,
  widthOf,
  type MapEdge,
  type MapNode,
} from './map.ts'
import { words } from './words.tsx'

const { map } = words

/** Pixels from the words on an arrow: within them is their plate. */
const reach = 100
/** Letters of a name that are shown, and that are where systems stand close to each other. */
const [most, least] = [24, 14]

/** Appliances as nodes, replication as arrows. The table beside it says the same, so this is not read aloud and has no tab stops. */
export function MapPicture({
  nodes,
  edges,
  wordOf,
  lagWords,
}: {
  nodes: readonly MapNode[]
  edges: readonly MapEdge[]
  wordOf: (edge: MapEdge) => string
  /** What follows the word: `3 h behind`; '' when nothing does. */
  lagWords: (edge: MapEdge) => string
}) {
  const large = isLarge(nodes, edges)
  const { width, height, at } = placesOf(nodes, large)
  const letters = nodes.length > 12 ? least : most
  const shown = nodes.flatMap(({ key, name, isKnown }) => {
    const place = at.get(key)
    if (!place) return []
    const nameY = place.y + (place.y <= height / 2 + 1 ? -radius - 10 : radius + 20)
    return [{ key, isKnown, place, nameY, name: name.length > letters ? `${name.slice(0, letters - 1)}…` : name }]
  })
  const arrows = edges
    .toSorted((a, b) => protections.indexOf(a.protection) - protections.indexOf(b.protection))
    .flatMap((edge) => {
      const [from, to] = [at.get(edge.from.key), at.get(edge.to.key)]
      const volumes = map.ofVolumes(edge.volumes)
      const word = wordOf(edge)
      const state = [word, lagWords(edge)].filter((part) => part !== '').join(', ')
      return from && to
        ? [{ edge, volumes, word, texts: [[volumes, state], [word]], ...arrowOf(from, to, widthOf(edge.volumes)) }]
        : []
    })
  const taken = shown.flatMap(({ place, name, nameY }) => nodeBoxes(place, name, nameY))
  const plates = placeWords(arrows, taken, { width, height })
  return (
    <div className={large ? 'vs-map vs-map-large' : 'vs-map'}>
      <svg viewBox={`0 0 ${width} ${height}`} style={{ maxWidth: width * 1.2 }} aria-hidden="true">
        {arrows.map(({ edge, texts: [full = []], path, head }) => (
          <PageLink
            key={edge.key}
            to={paths.replication({ from: edge.from.key, to: edge.to.key })}
            tabIndex={-1}
            className={`vs-map-arrow vs-map-${edge.protection}`}
          >
            <title>{map.arrow(edge.from.name, edge.to.name, full)}</title>
            <path className="vs-map-reach" d={path} />
            <path
              d={path}
              strokeWidth={widthOf(edge.volumes)}
              {...(edge.isSending ? { strokeDasharray: '10 6' } : {})}
            />
            <polygon points={head} />
          </PageLink>
        ))}
        {shown.map(({ key, isKnown, place, name, nameY }) => (
          <PageLink
            key={key}
            to={paths.replication(isKnown ? { appliance: key } : { to: key })}
            tabIndex={-1}
            className="vs-map-node"
          >
            <circle cx={place.x} cy={place.y} r={radius} />
            <text x={place.x} y={nameY}>
              {name}
            </text>
            <text className="vs-map-count" x={place.x} y={place.y} dy="0.35em">
              {edges
                .filter(({ from, to }) => from.key === key || to.key === key)
                .reduce((sum, { volumes }) => sum + volumes, 0)}
            </text>
          </PageLink>
        ))}
        {arrows.map(({ edge, volumes, word }, index) => {
          const { place, text } = plates[index] ?? {}
          return (
            place && (
              <PageLink
                key={edge.key}
                to={paths.replication({ from: edge.from.key, to: edge.to.key })}
                tabIndex={-1}
                className="vs-map-label"
              >
                {/* As HTML, since a plate has to be as wide as its words. */}
                <foreignObject x={place.x - reach} y={place.y - reach} width={2 * reach} height={2 * reach}>
                  <div>
                    <span>
                      {text === 0 && (
                        <span className="vs-map-volumes">
                          {volumes}
                          <br />
                        </span>
                      )}
                      {word}
                      {text === 0 && <span className="vs-map-lag">{lagWords(edge) && `, ${lagWords(edge)}`}</span>}
                    </span>
                  </div>
                </foreignObject>
              </PageLink>
            )
          )
        })}
      </svg>
    </div>
  )
}
