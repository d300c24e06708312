import { execFileSync } from 'node:child_process'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const minute = 60_000

// They take minutes: begun first, one worker is through them while the other does the rest, and no worker waits for them at the end.
const LONG = ['scripts/fuzz/', 'scripts/simulate/', 'server/test/every-screen']

class LongOnesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification) => LONG.some((folder) => moduleId.includes(folder))
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

/**
 * The cases of a law are drawn anew for each state of the code, and are the same whenever that state is tested again: a change is judged
 * by itself and not by luck. Without Git always the same.
 */
function seedOfTree(): string {
  try {
    const tree = execFileSync('git', ['rev-parse', 'HEAD^{tree}'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return String(Number.parseInt(tree.slice(0, 7), 16))
  } catch {
    return '1'
  }
}

export default defineConfig({
  test: {
    environment: 'node',
    env: { PROPERTIES_SEED: process.env.PROPERTIES_SEED ?? seedOfTree() },
    setupFiles: 'server/test/laws-seed.ts',
    include: ['server/**/*.test.ts', 'scripts/**/*.test.ts', 'sdk/**/*.test.ts', 'web/**/*.test.ts'],
    globalSetup: 'server/test/global-setup.ts',
    // Every file clones its own database, so files run side by side; more of them than this only compete
    // for the disk.
    maxWorkers: 2,
    // A worker reads the modules of the product once, not for every file: a third of the time.
    isolate: false,
    sequence: { sequencer: LongOnesFirst },
    testTimeout: minute,
    hookTimeout: minute,
  },
})
