const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const { root, run, say } = require('./process.cjs')
const { buildWeb } = require('./web.cjs')

const tsc = 'node_modules/typescript/bin/tsc'

/** Style and types; answers the names of those that failed. */
async function checkAll(node) {
  const hasWeb = fs.existsSync(path.join(root, 'web', 'tsconfig.json'))
  const checks = [
    { name: 'style', args: ['node_modules/@biomejs/biome/bin/biome', 'ci', '.'] },
    { name: 'types', args: [tsc, '-p', '.'] },
    { name: 'openapi.json and the SDK', args: ['scripts/openapi.ts', '--check'] },
  ].concat(hasWeb ? [{ name: 'types of the web', args: [tsc, '-p', 'web'] }] : [])
  const failed = []
  for (const { name, args } of checks) {
    say(`checking ${name}.`)
    if ((await run(node, args)) !== 0) failed.push(name)
  }
  return failed
}

/**
 * Everything, or with arguments only Vitest on those. Tests run even when a check fails: both results are
 * of use.
 */
async function testAll(node, args) {
  const failed = args.length > 0 ? [] : await checkAll(node)
  if (args.length === 0 && (await buildWeb(node)) !== 0) failed.push('build of the web')
  if (args.length === 0) say('running the tests.')
  const tests = await runTests(node, args)
  if (failed.length > 0) say(`failed: ${failed.join(', ')}.`)
  // Machines read this line, so it is plain and the last.
  console.log(`${tests.passed} passed, ${tests.failed + failed.length} failed`)
  return tests.code || (failed.length > 0 ? 1 : 0)
}

async function runTests(node, args) {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'tillback-report-'))
  const report = path.join(directory, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await run(node, ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...args])
  const counts = countsOf(report)
  fs.rmSync(directory, { recursive: true, force: true })
  // A run can fail without a failing test: a file that does not load, an error after the last test.
  return { code, passed: counts.passed, failed: code === 0 ? counts.failed : Math.max(counts.failed, 1) }
}

function countsOf(report) {
  if (!fs.existsSync(report)) return { passed: 0, failed: 0 }
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(fs.readFileSync(report, 'utf8'))
  const unloaded = testResults.filter(({ status, assertionResults }) => {
    return status === 'failed' && assertionResults.every((test) => test.status !== 'failed')
  })
  return { passed: numPassedTests, failed: numFailedTests + unloaded.length }
}

module.exports = { checkAll, testAll }
