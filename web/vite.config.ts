import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, type UserConfig } from 'vite'

const server = 'http://127.0.0.1:8080'

/** One page for each app at the desk, and what runs beside the one that starts without a line; the shopper's app is built by its own. */
const PAGES = ['dashboard/index.html', 'till/index.html', 'till/display.html', 'till/worker.ts']
/** Its address says what it may answer for, so it has one name for ever. */
const WORKER = /(shopper|till)\/worker\.ts$/

/**
 * The order of the layers, which is that of their first mention, on top of every file: files are parted anew for several pages, and which
 * of them a page reads first is not ours to say.
 */
const layersInOrder: Plugin = {
  name: 'layers-in-order',
  enforce: 'pre',
  transform: (code, id) =>
    id.endsWith('.css') ? `@layer tokens, base, kit, app, motion;\n${code}` : undefined,
}

export const buildOf = (pages: readonly string[]) =>
  ({
    logLevel: 'warn',
    base: '/',
    // What has one name for ever: the shopper's app as phones install it.
    publicDir: 'public',
    plugins: [layersInOrder, react()],
    build: {
      outDir: 'dist',
      // The page's security policy takes files from this origin only: no data: addresses, no inline scripts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // light-dark() and nested rules as they are written.
      cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
      rolldownOptions: {
        input: pages.map((page) => fileURLToPath(new URL(page, import.meta.url))),
        output: {
          entryFileNames: ({ facadeModuleId }) => {
            const app = WORKER.exec(facadeModuleId ?? '')?.[1]
            return app === undefined ? 'assets/[name]-[hash].js' : `${app}/worker.js`
          },
        },
      },
    },
  }) satisfies UserConfig

export default defineConfig({
  ...buildOf(PAGES),
  // "vite web" while the server runs beside it.
  server: {
    proxy: {
      '/backoffice': server,
      '/self-service': server,
      '/docs': server,
      '/engine.js': server,
      '/forms.js': server,
    },
  },
})
