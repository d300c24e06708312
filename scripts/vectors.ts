import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { openRuleBook } from '../server/src/engine/index.ts'
import { readVectors, VECTORS } from '../server/test/read-vectors.ts'

/** What the engine gives now for every vector, in place of what its file expects; people review the difference. */
function rewritten(name: string): string {
  const file = path.join(VECTORS, name)
  const { vectors, ...rest } = JSON.parse(readFileSync(file, 'utf8'))
  const again = vectors.map((vector: { book: unknown; facts: unknown }) => ({
    ...vector,
    expected: JSON.parse(openRuleBook(vector.book).evaluate(vector.facts)),
  }))
  return formatted(file, JSON.stringify({ ...rest, vectors: again }))
}

/** As the linter wants it, so that a written file never fails the check. */
function formatted(file: string, text: string): string {
  const biome = path.resolve(import.meta.dirname, '../node_modules/@biomejs/biome/bin/biome')
  const args = [biome, 'format', `--stdin-file-path=${file}`]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { input: text, encoding: 'utf8' })
  if (status !== 0) throw new Error(`Biome cannot read what was written: ${stderr}`)
  return stdout
}

const stale = [...readVectors().keys()]
  .map((name) => [name, rewritten(name)] as const)
  .filter(([name, text]) => readFileSync(path.join(VECTORS, name), 'utf8') !== text)
if (process.argv.includes('--check')) {
  for (const [name] of stale) console.error(`${name} expects other answers than the engine gives.`)
  process.exitCode = stale.length === 0 ? 0 : 1
} else {
  for (const [name, text] of stale) writeFileSync(path.join(VECTORS, name), text)
  console.log(stale.length === 0 ? 'All is current.' : `Written: ${stale.map(([name]) => name).join(', ')}.`)
}
