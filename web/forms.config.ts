import { defineConfig } from 'vite'

const SAY_SOMETHING_WHEN_LOADED = /[\\/](without-eval|say-issue)\.ts$/

/** The schemas of what forms send, bundled as one module: the same files by which the server refuses it, and nothing that it answers with. */
export default defineConfig({
  publicDir: false,
  // What stands beside the schemas needs a server; none of it stays in the bundle, and nobody has to hear of it.
  logLevel: 'error',
  build: {
    outDir: 'dist',
    // The apps are built into the same folder before.
    emptyOutDir: false,
    lib: { entry: 'forms/refusal-of.ts', formats: ['es'], fileName: () => 'forms.js' },
    rolldownOptions: {
      output: { minify: true },
      treeshake: { moduleSideEffects: (id) => SAY_SOMETHING_WHEN_LOADED.test(id) },
    },
    target: ['chrome123', 'firefox121', 'safari17.5'],
  },
})
