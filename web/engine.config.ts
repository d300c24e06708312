import { defineConfig } from 'vite'

/** The engine that judges offers, bundled as one module for tills and editors: the same files that the server runs. */
export default defineConfig({
  logLevel: 'warn',
  publicDir: false,
  build: {
    outDir: 'dist',
    // The apps are built into the same folder before.
    emptyOutDir: false,
    lib: { entry: '../server/src/engine/browser.ts', formats: ['es'], fileName: () => 'engine.js' },
    rolldownOptions: { output: { minify: true } },
    target: ['chrome123', 'firefox121', 'safari17.5'],
  },
})
