import { defineConfig } from 'vitest/config'

const minute = 60_000

export default defineConfig({
  test: {
    environment: 'node',
    include: ['server/**/*.test.ts', 'scripts/**/*.test.ts', 'sdk/**/*.test.ts', 'web/**/*.test.ts'],
    globalSetup: 'server/test/global-setup.ts',
    // Every file clones its own database, so files run side by side; more of them than this only compete
    // for the disk.
    maxWorkers: 2,
    // A worker reads the modules of the product once, not for every file: a third of the time.
    isolate: false,
    testTimeout: minute,
    hookTimeout: minute,
  },
})
