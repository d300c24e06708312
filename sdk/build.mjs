// Makes sdk/dist, the package as it is published: JavaScript with types, for programs that do not run TypeScript.
// In this repository the sources are used as they are, so nothing here waits for a build.
import { execFileSync } from 'node:child_process'
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const sdk = path.dirname(fileURLToPath(import.meta.url))
const dist = path.join(sdk, 'dist')

rmSync(dist, { recursive: true, force: true })
execFileSync(
  process.execPath,
  [path.join(sdk, '../node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'],
  {
    cwd: sdk,
    stdio: 'inherit',
  },
)
const {
  scripts: _,
  files: __,
  ...manifest
} = JSON.parse(readFileSync(path.join(sdk, 'package.json'), 'utf8'))
const published = {
  ...manifest,
  exports: { '.': { types: './index.d.ts', default: './index.js' } },
  engines: { node: '>=20.3' },
}
writeFileSync(path.join(dist, 'package.json'), `${JSON.stringify(published, null, 2)}\n`)
copyFileSync(path.join(sdk, 'README.md'), path.join(dist, 'README.md'))
copyFileSync(path.join(sdk, '../LICENSE'), path.join(dist, 'LICENSE'))
