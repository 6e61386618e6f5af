// The least that a proxy can be: Express and http-proxy-middleware with keep-alive. PORT, TARGET, AUTHORIZATION.
import express from 'express'
import { createProxyMiddleware } from 'http-proxy-middleware'
import { Agent } from 'node:https'

const [port = '', target = '', authorization = ''] = process.argv.slice(2)
const agent = new Agent({ keepAlive: true, rejectUnauthorized: false })
express()
  .disable('x-powered-by')
  .use(createProxyMiddleware({ target, agent, secure: false, headers: { authorization } }))
  .listen(Number(port), '127.0.0.1')
