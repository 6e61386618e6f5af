import { consoleApi } from '@vsnap/console-api/api.ts'
import { openApiDocument } from '@vsnap/openapi/openapi.ts'
import { vsnapApi } from '@vsnap/vsnap-api/api.ts'
import type { RequestHandler } from 'express'

/** GET /api/openapi.json: the console's own API, and each appliance's under its proxy. Made once, when it is first asked for. */
export function openApiRoute(cookieName: string): RequestHandler {
  let text: string | undefined
  return (_req, res) => {
    text ??= JSON.stringify(consoleDocument(cookieName))
    res.type('json').send(text)
  }
}

function consoleDocument(cookieName: string): Record<string, unknown> {
  return openApiDocument(
    {
      title: 'vSnap Console',
      version: '0.1.0',
      description: 'The console, and through it the vSnap API of each appliance that it knows.',
    },
    [
      { base: '/api', tag: 'Console', table: consoleApi, prefix: 'console.' },
      { base: '/api/appliances/:applianceId/vsnap', tag: 'Appliance', table: vsnapApi },
    ],
    {
      schemes: {
        session: { type: 'apiKey', in: 'cookie', name: cookieName },
        token: { type: 'http', scheme: 'bearer' },
      },
      required: [{ session: [] }, { token: [] }],
    },
  )
}
