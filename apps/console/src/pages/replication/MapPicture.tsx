import { PageLink } from '../../components/PageLink.tsx'
import { paths } from '../../paths.ts'
import { arrowOf, placesOf, radius, roomy, widthOf, type MapEdge, type MapNode } from './map.ts'

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
  /** What follows the word: `, 3 h behind`. */
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
                <text x={place.x} y={place.y + (place.y < height / 2 ? -radius - 10 : radius + 20)}>
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
            {/* The upper line comes last: what clears the arrow around the lower one would cover its feet. */}
            <text className="vs-map-lag" x={middle.x} y={middle.y - 2} dy="1.15em">
              {`${wordOf(edge)}${lagWords(edge)}`}
            </text>
            <text className="vs-map-word" x={middle.x} y={middle.y - 2} dy="1.15em">
              {wordOf(edge)}
            </text>
            <text className="vs-map-volumes" x={middle.x} y={middle.y - 2}>
              {edge.volumes} {edge.volumes === 1 ? 'volume' : 'volumes'}
            </text>
          </PageLink>
        ))}
      </svg>
    </div>
  )
}
