// The least that can answer as an appliance does: HTTPS, one pool as JSON, nothing else. PORT, and the folder of its certificate.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import { join } from 'node:path'
import { samplePool, sampleSystem } from './samples.ts'

const [port = '', folder = ''] = process.argv.slice(2)
const text = (body: unknown) => Buffer.from(JSON.stringify(body))
const pool = text(samplePool)
const system = text(sampleSystem)

createServer(
  { cert: readFileSync(join(folder, 'tls-cert.pem')), key: readFileSync(join(folder, 'tls-key.pem')) },
  (req, res) => {
    // Nothing secret is here; 401 without an account is how appliances say that they are there.
    if (req.headers.authorization === undefined) return void res.writeHead(401).end()
    const body = req.url?.startsWith('/api/pool/') ? pool : system
    res.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body)
  },
).listen(Number(port), '127.0.0.1')
