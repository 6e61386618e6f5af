import type { Handlers } from '@vsnap/contract/endpoint.ts'
import type { relationshipEndpoints } from '@vsnap/vsnap-api/relationship.ts'
import { refusal } from '@vsnap/vsnap-api/verdict.ts'
import { relationshipViews } from '../replication/relationship-view.ts'
import { createRelationship, deleteRelationship } from '../replication/relationships.ts'
import { volumeRow, type HandlerContext } from './context.ts'

function viewOf(context: HandlerContext, id: string) {
  const [view] = relationshipViews(context, { id })
  if (!view) throw refusal('NotFoundError', `No relationship has the id ${id}.`)
  return view
}

/** §13. */
export const relationshipHandlers: Handlers<typeof relationshipEndpoints, HandlerContext> = {
  relationshipCreate: async ({ params, body }, context) =>
    viewOf(context, await createRelationship(context, params.id, body)),

  volumeRelationshipList: ({ params }, context) => {
    const relationships = relationshipViews(context, { volume_id: volumeRow(context, params.id).id })
    return { relationships, total: relationships.length }
  },

  relationshipList: ({ query }, context) => {
    const all = relationshipViews(context)
    const name = query?.vol_name
    const relationships = name === undefined ? all : all.filter(({ local_vol_name: own }) => own === name)
    return { relationships, total: relationships.length }
  },

  relationshipView: ({ params }, context) => viewOf(context, params.id),

  relationshipDelete: async ({ params, query }, context) => {
    await deleteRelationship(context, params.id, query?.preserve_replica ?? false)
    return {}
  },
}
