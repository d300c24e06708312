import { defineConfig } from 'vite'
import { buildOf } from './vite.config.ts'

const shared = buildOf(['shopper/index.html', 'shopper/worker.ts'])
const { rolldownOptions } = shared.build

/**
 * The shopper's app, opened on phones and slow lines: what its first sight needs is one file and not the twenty that it would share with
 * the apps at the desk, as each is a way to the server and back.
 */
export default defineConfig({
  ...shared,
  publicDir: false,
  build: {
    ...shared.build,
    // The apps at the desk are built into the same folder before.
    emptyOutDir: false,
    rolldownOptions: {
      ...rolldownOptions,
      output: {
        ...rolldownOptions.output,
        codeSplitting: {
          groups: [{ name: 'shopper', tags: ['$initial'], test: (id) => !id.endsWith('worker.ts') }],
        },
      },
    },
  },
})
