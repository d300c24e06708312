// Random histories against the real server and a real database, each step compared with a small independent model of wallets and
// offers. A difference ends it, with the seed that shows it again.
import { parseArgs } from 'node:util'
import { run } from './simulate/run.ts'

const USAGE = `simulate [--seed N] [--steps M] [--worlds W] [--kills K] [--only I]

  --seed    the numbers that all histories follow from; a new one without it
  --steps   how many commands are sent (2000)
  --worlds  businesses played at once (4)
  --kills   how often server or database are killed (one for every 1000 steps)
  --only    of the businesses at once only this one, from 0, as it was among the others`

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string' },
      steps: { type: 'string', default: '2000' },
      worlds: { type: 'string', default: '4' },
      kills: { type: 'string' },
      only: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    console.log(USAGE)
    return 0
  }
  const seed = whole('seed', values.seed ?? String(Date.now() % 1_000_000))
  const steps = whole('steps', values.steps)
  const worlds = whole('worlds', values.worlds)
  const kills = whole('kills', values.kills ?? String(Math.ceil(steps / 1_000)))
  const only = values.only === undefined ? undefined : whole('only', values.only)
  const say = (line: string) => console.error(`simulate: ${line}`)
  say(`seed ${seed}, ${steps} steps, ${worlds} worlds at once, ${kills} kills`)
  const { found, played, ...done } = await run({ seed, steps, worlds, kills, only }, say)
  for (const [kind, count] of [...played].sort()) console.log(`${String(count).padStart(9)} ${kind}`)
  const figures = Object.entries(done).map(([name, value]) => `${Math.round(value)} ${name}`)
  if (!found) {
    console.log(`no difference: seed ${seed}, ${figures.join(', ')}`)
    return 0
  }
  console.log(`DIFFERENT: seed ${seed}, world ${found.world}, step ${found.step}: ${found.difference}`)
  for (const command of found.last) console.log(`  ${JSON.stringify(command)}`)
  console.log(
    `again: npm run simulate -- --seed ${seed} --steps ${steps} --worlds ${worlds} --kills ${kills}`,
  )
  return 1
}

function whole(name: string, text: string): number {
  const value = Number(text)
  if (Number.isSafeInteger(value) && value >= 0) return value
  throw new Error(`--${name} is "${text}"; a whole number is needed.`)
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error('simulate:', error instanceof Error ? (error.stack ?? error.message) : error)
  process.exitCode = 1
}
