const { spawn } = require('node:child_process')
const os = require('node:os')
const path = require('node:path')

const root = path.resolve(__dirname, '../..')

function say(line) {
  console.log(`tillback: ${line}`)
}

/**
 * Runs a program in the project's root with our terminal; answers its exit code. Scripts below it find the
 * same Node.
 */
function run(command, args, options) {
  const ownPath = path.isAbsolute(command) ? `${path.dirname(command)}${path.delimiter}` : ''
  const env = { ...process.env, PATH: `${ownPath}${process.env.PATH || ''}` }
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env, ...options })
    const stopForwarding = forwardSignals(child)
    const end = (code) => {
      stopForwarding()
      done(code)
    }
    child.on('error', (error) => {
      say(`cannot run ${command}: ${error.message}`)
      end(127)
    })
    child.on('exit', (code, signal) => end(signal ? 128 + os.constants.signals[signal] : code))
  })
}

function forwardSignals(child) {
  const isTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY
  const handlers = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => {
    // Ctrl-C in a terminal reaches the child by itself; told twice, it would take it for an order to
    // hurry.
    const handler = () => (signal === 'SIGINT' && isTerminal ? undefined : child.kill(signal))
    process.on(signal, handler)
    return { signal, handler }
  })
  const watch = watchNpm(() => child.kill('SIGTERM'))
  return () => {
    clearInterval(watch)
    for (const { signal, handler } of handlers) process.removeListener(signal, handler)
  }
}

/**
 * npm hands a signal to the shell between us, which ends by it and tells nobody: all we see is that it is
 * gone.
 */
function watchNpm(onGone) {
  const shell = process.ppid
  const watch = setInterval(() => {
    if (!process.env.npm_lifecycle_event || process.ppid === shell) return
    clearInterval(watch)
    onGone()
  }, 500)
  return watch
}

module.exports = { root, run, say }
