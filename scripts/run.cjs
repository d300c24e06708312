// The one door behind "npm start", "npm test" and the others. It runs on whatever Node the machine has, so
// it uses nothing newer than Node 14 and no packages; the rest of the project runs on the Node that it
// finds or brings.
const fs = require('node:fs')
const path = require('node:path')
const { findNode } = require('./run/node.cjs')
const { installDependencies } = require('./run/install.cjs')
const { buildWeb } = require('./run/web.cjs')
const { checkAll, testAll } = require('./run/checks.cjs')
const { root, run, say } = require('./run/process.cjs')

const quiet = '--disable-warning=ExperimentalWarning'

// The server's live heap is some 40 MB; without these V8 lets it grow to several times that before it collects. Measured: a
// third less memory for a few per cent of its time, and no hard limit that a large catalogue could run into.
const thrifty = ['--max-semi-space-size=32', '--heap-growing-percent=100']

const words = {
  start: async (node, args) => {
    const built = await buildWeb(node)
    return built === 0 ? run(node, [quiet, ...thrifty, 'server/src/main/cli.ts', 'start', ...args]) : built
  },
  verify: (node, args) => run(node, [quiet, 'server/src/main/cli.ts', 'verify', ...args]),
  processes: (node, args) => run(node, [quiet, 'server/src/main/cli.ts', 'processes', ...args]),
  listen: (node, args) => run(node, [quiet, 'server/src/main/cli.ts', 'listen', ...args]),
  test: testAll,
  check: async (node) => ((await checkAll(node)).length === 0 ? 0 : 1),
  format: (node) => run(node, ['node_modules/@biomejs/biome/bin/biome', 'check', '--write', '.']),
}

async function main([word = '', ...args]) {
  const script = path.join('scripts', `${word}.ts`)
  const isScript = /^[a-z][a-z0-9-]*$/.test(word) && fs.existsSync(path.join(root, script))
  if (!Object.keys(words).includes(word) && !isScript) return refuse(word)

  const installed = await installDependencies()
  const node = findNode()
  if (!node) return 1
  if (installed !== 0) return installed
  if (!isScript) return words[word](node, args)
  const built = await buildWeb(node)
  return built === 0 ? run(node, [quiet, script, ...args]) : built
}

function refuse(word) {
  const scripts = fs.readdirSync(path.join(root, 'scripts')).filter((name) => /^[a-z0-9-]+\.ts$/.test(name))
  const known = Object.keys(words).concat(scripts.map((name) => name.replace(/\.ts$/, '')))
  say(`"${word}" is not known here. Known: ${known.join(', ')}.`)
  return 1
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error) => {
    say(error?.stack ? error.stack : String(error))
    process.exit(1)
  },
)
