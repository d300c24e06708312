const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const { alone } = require('./lock.cjs')
const { root, run, say } = require('./process.cjs')

/** Installs what package-lock.json names, unless that is what is installed. */
async function installDependencies() {
  if (isInstalled()) return 0
  return alone(async () => {
    if (isInstalled()) return 0
    say('installing dependencies with npm; the first time takes about a minute.')
    const code = await npmCi()
    if (code === 0) say('dependencies are installed.')
    else say(`"npm ci" failed (${code}); its message is above.`)
    return code
  })
}

/** npm writes down what it installed as its last step, so an install that was killed is done again. */
function isInstalled() {
  const wanted = packagesOf('package-lock.json')
  const present = packagesOf('node_modules/.package-lock.json')
  return Object.keys(wanted)
    .filter((name) => name !== '' && isForThisMachine(wanted[name]))
    .every((name) => isSame(wanted[name], present[name]))
}

function packagesOf(file) {
  try {
    return JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')).packages || {}
  } catch {
    return {}
  }
}

function isSame(wanted, present) {
  return Boolean(present) && wanted.version === present.version && wanted.integrity === present.integrity
}

/**
 * Optional packages are programs for one kind of machine; those that also depend on its C library are left
 * to npm.
 */
function isForThisMachine({ optional, os: systems, cpu, libc }) {
  if (!optional) return true
  return !libc && [].concat(systems).includes(process.platform) && [].concat(cpu).includes(process.arch)
}

/**
 * Nothing here needs an install script, production mode must not leave out the build, and our Node may be
 * newer than npm's.
 */
function npmCi() {
  const flags = [
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--engine-strict=false',
    '--loglevel=error',
  ]
  const args = ['ci', ...flags, ...cacheFlags()]
  const npm = process.env.npm_execpath || ''
  if (/npm-cli\.js$/.test(npm)) return run(process.execPath, [npm, ...args])
  return run('npm', args, { shell: process.platform === 'win32' })
}

/** Service users often have no home that they may write to. */
function cacheFlags() {
  try {
    fs.accessSync(os.homedir(), fs.constants.W_OK)
    return []
  } catch {
    return [`--cache=${path.join(root, '.tillback', 'npm-cache')}`]
  }
}

module.exports = { installDependencies }
