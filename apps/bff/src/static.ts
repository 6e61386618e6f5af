import type { RequestHandler } from 'express'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import sirv from 'sirv'

/**
 * The built console in `directory`: `.br` and `.gz` files beside the others are served to who takes them, hashed assets are
 * kept for a year, everything else is asked about each time. A page's address (`/pools/…`) gets `index.html`.
 * @throws Error when nothing is built there
 */
export function staticConsole(directory: string): RequestHandler {
  if (!existsSync(join(directory, 'index.html'))) {
    throw new Error(`--static ${directory}: there is no index.html. Build the console first.`)
  }
  const serve = sirv(directory, {
    brotli: true,
    gzip: true,
    etag: true,
    extensions: ['html'],
    setHeaders(res, path) {
      res.setHeader('Cache-Control', path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  return (req, res, next) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') return next()
    // A file that is gone since the start, because somebody builds anew, must cost this answer only, and not the server.
    res.on('pipe', (file) => file.on('error', () => void res.destroy()))
    serve(req, res, () => {
      if (!isNavigation(req.path, req.headers)) return next()
      // The page's own router reads the address; sirv has a file under this one only.
      req.url = '/index.html'
      serve(req, res, next)
    })
  }
}

/** A person who opens a page; not a script that asks for a file that is gone. */
function isNavigation(path: string, headers: { accept?: string | undefined; [name: string]: unknown }): boolean {
  const mode = headers['sec-fetch-mode']
  return (
    !path.startsWith('/assets/') &&
    (mode === undefined || mode === 'navigate') &&
    (headers.accept ?? '').includes('text/html')
  )
}
