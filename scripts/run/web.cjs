const fs = require('node:fs')
const path = require('node:path')
const { alone } = require('./lock.cjs')
const { root, run, say } = require('./process.cjs')

// The engine that judges offers is served to browsers as well, and forms take the schemas of what they send.
const sources = ['web', 'sdk/src', 'server/src', 'package-lock.json']
const notSources = /^(dist|node_modules)$|\.test\.tsx?$/
const configs = ['vite.config.ts', 'shopper.config.ts', 'engine.config.ts', 'forms.config.ts']
// Written after a build that succeeded, with the time at which that build began to read.
const stamp = path.join(root, 'web', 'dist', '.built')

/** Builds the web, the only thing here that is built, when its sources are newer than the last build. */
async function buildWeb(node) {
  if (!fs.existsSync(path.join(root, 'web', 'vite.config.ts'))) {
    say('there is no web to build yet.')
    return 0
  }
  if (isBuilt()) return 0
  return alone(async () => {
    if (isBuilt()) return 0
    say('building the web.')
    const began = new Date()
    for (const config of configs) {
      const build = ['build', 'web', '--config', `web/${config}`]
      const code = await run(node, ['node_modules/vite/bin/vite.js', ...build])
      if (code !== 0) return code
    }
    fs.writeFileSync(stamp, '')
    fs.utimesSync(stamp, began, began)
    return 0
  })
}

function isBuilt() {
  if (!fs.existsSync(stamp)) return false
  const { mtimeMs } = fs.statSync(stamp)
  return sources.every((source) => newestIn(path.join(root, source)) <= mtimeMs)
}

/** Folders count too: they tell of a file that was removed. */
function newestIn(file) {
  const stat = fs.statSync(file)
  if (!stat.isDirectory()) return stat.mtimeMs
  const parts = fs.readdirSync(file).filter((name) => !notSources.test(name))
  // The folder of the build itself changes with every build.
  const own = parts.includes('vite.config.ts') ? 0 : stat.mtimeMs
  return Math.max(own, ...parts.map((name) => newestIn(path.join(file, name))))
}

module.exports = { buildWeb }
