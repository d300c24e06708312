import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { openApi } from '../server/src/http/index.ts'
import { catalogueOf } from '../server/src/main/docs/catalogue.ts'
import { declaredEndpoints } from '../server/src/main/docs/declared.ts'
import { readDocument } from '../server/src/main/docs/document.ts'
import { sdkTypes } from './sdk-types.ts'

const root = path.resolve(import.meta.dirname, '..')
const sdkFile = 'sdk/src/operations.gen.ts'

/** What the declarations of the endpoints say the files should be. */
function generated(): ReadonlyMap<string, string> {
  const endpoints = declaredEndpoints()
  const document = openApi(endpoints)
  const codes = [...new Set(catalogueOf(endpoints).map(({ error }) => error))].sort()
  return new Map([
    ['openapi.json', `${JSON.stringify(document, null, 2)}\n`],
    [sdkFile, formatted(sdkTypes(readDocument(document), codes))],
  ])
}

/** As the linter wants it, so that a generated file never fails the check. */
function formatted(text: string): string {
  const biome = path.join(root, 'node_modules/@biomejs/biome/bin/biome')
  const args = [biome, 'format', `--stdin-file-path=${sdkFile}`]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    input: text,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`Biome cannot read what was generated: ${stderr}`)
  return stdout
}

function isCurrent([name, text]: readonly [string, string]): boolean {
  const file = path.join(root, name)
  return existsSync(file) && readFileSync(file, 'utf8') === text
}

const stale = [...generated()].filter((file) => !isCurrent(file))
if (process.argv.includes('--check')) {
  for (const [name] of stale) console.error(`${name} is not what the endpoints say; run "npm run openapi".`)
  process.exitCode = stale.length === 0 ? 0 : 1
} else {
  for (const [name, text] of stale) writeFileSync(path.join(root, name), text)
  console.log(stale.length === 0 ? 'All is current.' : `Written: ${stale.map(([name]) => name).join(', ')}.`)
}
