// Does the simulation find mistakes? Each of a list is planted in a copy of the product, one after another, and has to be found.
import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { FAULTS, type Fault } from './simulate/faults.ts'

const ROOT = path.join(import.meta.dirname, '..')
const COPIED = ['server', 'scripts', 'sdk', 'package.json', 'tsconfig.json']

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '7' },
      steps: { type: 'string', default: '20000' },
    },
  })
  const place = mkdtempSync(path.join(tmpdir(), 'tillback-faults-'))
  let missed = 0
  try {
    for (const name of COPIED) {
      cpSync(path.join(ROOT, name), path.join(place, name), {
        recursive: true,
        filter: (from) => path.basename(from) !== 'node_modules',
      })
    }
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(place, 'node_modules'))
    const { seed, steps } = values
    const args = ['--seed', seed, '--steps', steps, '--worlds', '8', '--kills', '0']
    // What is found has to be the fault's: without one the same histories show nothing.
    const control = await simulate(place, args)
    if (control !== undefined) {
      console.log(`different with nothing planted: ${control}`)
      return 1
    }
    for (const fault of FAULTS) {
      const told = await simulateWith(place, fault, args)
      if (told === undefined) missed += 1
      console.log(`${told === undefined ? 'MISSED' : 'found '} ${fault.name}${told ? `: ${told}` : ''}`)
    }
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
  console.log(`${FAULTS.length - missed} of ${FAULTS.length} planted faults found`)
  return missed === 0 ? 0 : 1
}

/** The difference that the simulation names with the fault, or undefined. */
async function simulateWith(
  place: string,
  { file, right, wrong, name }: Fault,
  args: readonly string[],
): Promise<string | undefined> {
  const full = path.join(place, 'server/src', file)
  const text = readFileSync(full, 'utf8')
  if (text.split(right).length !== 2) throw new Error(`"${right}" does not stand once in ${file}: ${name}`)
  writeFileSync(full, text.replace(right, wrong))
  try {
    return await simulate(place, args)
  } finally {
    writeFileSync(full, text)
  }
}

async function simulate(place: string, args: readonly string[]): Promise<string | undefined> {
  const output = await outputOf([path.join(place, 'scripts/simulate.ts'), ...args])
  const ended = output
    .split('\n')
    .find((line) => line.startsWith('DIFFERENT: ') || line.startsWith('no difference'))
  if (ended === undefined) throw new Error(`the simulation did not come to its end: ${output.slice(-2_000)}`)
  return ended.startsWith('DIFFERENT') ? ended : undefined
}

function outputOf(args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.on('data', (chunk) => {
    output += chunk
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', () => resolve(output))
  })
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error('simulate-faults:', error instanceof Error ? (error.stack ?? error.message) : error)
  process.exitCode = 1
}
