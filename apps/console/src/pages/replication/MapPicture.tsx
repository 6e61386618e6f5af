import { PageLink } from '../../components/PageLink.tsx'
import { paths } from '../../paths.ts'
import { arrowOf, placesOf, radius, roomy, widthOf, type MapEdge, type MapNode } from './map.ts'

/** Pixels from the middle of an arrow: within them are the words on it. */
const reach = 100

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
  const { width, height, at } = placesOf(nodes)
  const arrows = edges.flatMap((edge) => {
    const [from, to] = [at.get(edge.from.key), at.get(edge.to.key)]
    return from && to ? [{ edge, ...arrowOf(from, to, widthOf(edge.volumes)) }] : []
  })
  const isLarge = nodes.length > roomy
  const most = isLarge ? 14 : 24
  return (
    <div className={isLarge ? 'vs-map vs-map-large' : 'vs-map'}>
      <svg viewBox={`0 0 ${width} ${height}`} style={{ maxWidth: width * 1.2 }} aria-hidden="true">
        {arrows.map(({ edge, path, head }) => (
          <PageLink
            key={edge.key}
            to={paths.replication({ from: edge.from.key, to: edge.to.key })}
            tabIndex={-1}
            className={`vs-map-arrow vs-map-${edge.protection}`}
          >
            <path className="vs-map-reach" d={path} />
            <path
              d={path}
              strokeWidth={widthOf(edge.volumes)}
              {...(edge.isSending ? { strokeDasharray: '10 6' } : {})}
            />
            <polygon points={head} />
          </PageLink>
        ))}
        {nodes.map(({ key, name, isKnown }) => {
          const place = at.get(key)
          return (
            place && (
              <PageLink
                key={key}
                to={paths.replication(isKnown ? { appliance: key } : { to: key })}
                tabIndex={-1}
                className="vs-map-node"
              >
                <circle cx={place.x} cy={place.y} r={radius} />
                <text x={place.x} y={place.y + (place.y <= height / 2 + 1 ? -radius - 10 : radius + 20)}>
                  {name.length > most ? `${name.slice(0, most - 1)}…` : name}
                </text>
                <text className="vs-map-count" x={place.x} y={place.y} dy="0.35em">
                  {edges
                    .filter(({ from, to }) => from.key === key || to.key === key)
                    .reduce((sum, { volumes }) => sum + volumes, 0)}
                </text>
              </PageLink>
            )
          )
        })}
        {arrows.map(({ edge, middle }) => (
          <PageLink
            key={edge.key}
            to={paths.replication({ from: edge.from.key, to: edge.to.key })}
            tabIndex={-1}
            className="vs-map-label"
          >
            {/* As HTML, since a plate has to be as wide as its words. */}
            <foreignObject x={middle.x - reach} y={middle.y - reach} width={2 * reach} height={2 * reach}>
              <div>
                <span>
                  <span className="vs-map-volumes">
                    {edge.volumes} {edge.volumes === 1 ? 'volume' : 'volumes'}
                    <br />
                  </span>
                  {wordOf(edge)}
                  <span className="vs-map-lag">{lagWords(edge) && `, ${lagWords(edge)}`}</span>
                </span>
              </div>
            </foreignObject>
          </PageLink>
        ))}
      </svg>
    </div>
  )
}
