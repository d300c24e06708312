// Requests drawn from openapi.json, valid, near-valid and hostile, against the real server: every answer must be one that the document
// declares. The same seed draws the same requests; ids that the server makes are new each time.
import { parseArgs } from 'node:util'
import { fuzz } from './fuzz/run.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    requests: { type: 'string', default: '20000' },
  },
})
const seed = Number(values.seed)
const requests = Number(values.requests)
if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(requests))
  throw new Error('--seed and --requests are whole numbers')

console.error(`fuzz: seed ${seed}, ${requests} requests`)
const began = performance.now()
const { sent, done, found, never, onTour, faults } = await fuzz({ seed, requests })
const seconds = Math.round((performance.now() - began) / 1_000)
console.log(
  `seed ${seed}: ${sent} requests in ${seconds} s, ${done} operations answered 2xx, ${found.length} problems`,
)
if (never.length > 0) console.log(`never 2xx: ${never.join(', ')}`)
if (onTour.length > 0) console.log(`2xx on a tour only: ${onTour.join(', ')}`)
for (const { number, request, problem } of found) {
  const { operation, kind, path, headers, body } = request
  console.log(`#${number} ${operation.method} ${path.slice(0, 300)} (${operation.id}, ${kind})\n  ${problem}`)
  console.log(`  ${JSON.stringify(headers)} ${String(body ?? '').slice(0, 600)}`)
}
for (const fault of faults.slice(0, 5)) console.log(`log: ${fault.slice(0, 1_500)}`)
process.exitCode = found.length === 0 ? 0 : 1
