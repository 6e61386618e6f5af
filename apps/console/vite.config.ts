import react from '@vitejs/plugin-react'
import { constants } from 'node:zlib'
import { defineConfig } from 'vite'
import { patternflyIcons, patternflyModules, patternflyStyles } from './vite-patternfly.ts'
import { compression, defineAlgorithm } from 'vite-plugin-compression2'

/** Where `npm run dev` finds the console's server. */
const server = process.env.CONSOLE_SERVER ?? 'http://127.0.0.1:8080'

/** Modules of packages by their names, and of what else the patterns say. */
const inPackages = (names: string, ...patterns: readonly string[]) =>
  new RegExp([`/node_modules/(?:${names})/(?!.*/node_modules/)`, ...patterns].join('|'))
export default defineConfig({
  plugins: [
    patternflyModules(),
    patternflyIcons(),
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
  css: { postcss: { plugins: [patternflyStyles] } },
  build: {
    target: 'es2024',
    // A file inlined as data: would be refused by the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        // What every page needs, in files that stay in caches when only our own code changes.
        codeSplitting: {
          // A group takes along what its modules need and no group before it has: the shell, then what the pages have in
          // common, a file for each kind of page instead of a dozen small ones.
          groups: [
            { name: 'react', test: inPackages('react|react-dom|scheduler|react-router') },
            {
              name: 'data',
              test: inPackages(
                'zod|@tanstack/[^/]+',
                '/packages/(?:codecs|contract|openapi|vsnap-api|console-api)/',
                '/src/api/',
              ),
            },
            { name: 'shell', test: /\/src\/(?:routes|layouts\/(?!SessionExpired))/ },
            { name: 'list', test: /\/src\/(?:components\/(?:table\/|use-dialog)|ui\/(?!Facts))/ },
            // What opens over a page.
            { name: 'menu', test: /\/src\/components\/(?:menu\/OpenMenu|Reason)/ },
            { name: 'detail', test: /\/src\/(?:ui\/Facts|components\/(?:PageTabs|ApiCall|CallList))/ },
            { name: 'form', test: /\/src\/components\/(?:form\/|LogInForm|ConfirmDelete)/ },
            // Those of further pages: the shell and the lists have their own.
            { name: 'icons', test: inPackages('@patternfly/react-icons') },
            // What a resource's list and detail share: its state, its actions and its words; those of a part load with it.
            { name: (id) => /\/src\/pages\/([^/]+)\/(?:[^/]*(?:State|-actions)|words)\.tsx?$/.exec(id)?.[1] ?? null },
          ],
        },
      },
    },
  },
  server: { host: '127.0.0.1', proxy: { '/api': { target: server, changeOrigin: false } } },
})
