import react from '@vitejs/plugin-react'
import { constants } from 'node:zlib'
import { defineConfig } from 'vite'
import { patternflyModules } from './vite-patternfly.ts'
import { compression, defineAlgorithm } from 'vite-plugin-compression2'

/** Where `npm run dev` finds the console's server. */
const server = process.env.CONSOLE_SERVER ?? 'http://127.0.0.1:8080'

export default defineConfig({
  plugins: [
    patternflyModules(),
    react(),
    // The server sends the compressed files as they are; nothing is compressed while somebody waits.
    compression({
      include: /\.(js|css|html|svg|json)$/,
      threshold: 512,
      algorithms: [
        defineAlgorithm('brotliCompress', { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
        defineAlgorithm('gzip', { level: 9 }),
      ],
    }),
  ],
  build: {
    target: 'es2024',
    // One stylesheet: a page that is opened later needs no second one, and rules keep their order.
    cssCodeSplit: false,
    // A file inlined as data: would be refused by the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        // What every page needs, in files that stay in caches when only our own code changes.
        advancedChunks: {
          groups: [
            { name: 'react', test: /node_modules\/(?:.*\/)?(react|react-dom|scheduler|react-router)\// },
            {
              name: 'data',
              test: /node_modules\/(?:.*\/)?(zod|@tanstack\/[^/]+)\/|packages\/(contract|vsnap-api|console-api)\//,
            },
          ],
        },
      },
    },
  },
  server: { host: '127.0.0.1', proxy: { '/api': { target: server, changeOrigin: false } } },
})
