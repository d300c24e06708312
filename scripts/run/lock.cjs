const fs = require('node:fs')
const path = require('node:path')
const { root, say } = require('./process.cjs')

const directory = path.join(root, '.tillback')
const lock = path.join(directory, 'setup.lock')
const beatMs = 2000
const silenceMs = 15000

/** One at a time installs or builds here; the others wait and then find it done. */
async function alone(work) {
  fs.mkdirSync(directory, { recursive: true })
  await take()
  const release = () => fs.rmSync(lock, { force: true })
  process.on('exit', release)
  const beat = setInterval(() => fs.utimesSync(lock, new Date(), new Date()), beatMs)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    process.removeListener('exit', release)
    release()
  }
}

async function take() {
  let told = false
  while (!create()) {
    const holder = read(lock)
    if (!isHeld(holder)) dropDead(holder)
    else if (!told) {
      say(`process ${holder} is installing or building; waiting for it.`)
      told = true
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

function create() {
  try {
    fs.writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

/** Moved away first and looked at again, so that a lock which another process took meanwhile is put back. */
function dropDead(holder) {
  const aside = `${lock}.${process.pid}`
  try {
    fs.renameSync(lock, aside)
    if (read(aside) !== holder) fs.renameSync(aside, lock)
    fs.rmSync(aside, { force: true })
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
}

function read(file) {
  try {
    return Number(fs.readFileSync(file, 'utf8'))
  } catch {
    return 0
  }
}

/**
 * A process number alone proves nothing, as another program may have it by now; the holder also touches
 * the file.
 */
function isHeld(holder) {
  try {
    if (Date.now() - fs.statSync(lock).mtimeMs > silenceMs) return false
    process.kill(holder, 0)
    return true
  } catch (error) {
    // Somebody else's process may live; a lock that is gone by now is not held.
    return error.code === 'EPERM'
  }
}

module.exports = { alone }
