const { spawnSync } = require('node:child_process')
const fs = require('node:fs')
const path = require('node:path')
const { root, say } = require('./process.cjs')

const needed = [22, 18]
const system = process.platform === 'win32' ? 'win' : process.platform
const program = process.platform === 'win32' ? 'node.exe' : 'node'
const installed = path.join(root, 'node_modules', `node-${system}-${process.arch}`, 'bin', program)

/** A Node that runs TypeScript by itself: the one that runs this, or the one that npm installed for that. */
function findNode() {
  if (isEnough(process.versions.node)) return process.execPath
  const version = fs.existsSync(installed) ? versionOf(installed) : ''
  if (isEnough(version)) return installed
  say(`Node ${needed.join('.')} or newer is needed; this is Node ${process.versions.node}.`)
  say('Get Node 24 from https://nodejs.org/en/download, or with "nvm install 24" or "fnm install 24".')
  if (!version && ['linux', 'win32'].includes(process.platform)) {
    say(
      'npm can install one for this project on Linux (x64, arm64) and Windows (x64): "npm ci --include=optional".',
    )
  }
  return undefined
}

/** Asked, because a program for another C library or processor is there but does not run. */
function versionOf(node) {
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' })
  return (stdout || '').trim().replace(/^v/, '')
}

function isEnough(version) {
  const [major, minor] = version.split('.').map(Number)
  return major > needed[0] || (major === needed[0] && minor >= needed[1])
}

module.exports = { findNode }
