import type { Running } from './start.ts'

/** What a first look needs, in one box: where things are, which key to use, a purchase to paste. */
export function welcome({ url, demo }: Running): string {
  const lines = [
    'Tillback is running.',
    '',
    `Dashboard ${url}/dashboard/${demo ? `#key=${demo.test_key}` : ''}`,
    `Till      ${url}/till/${demo ? `#key=${demo.test_key}` : ''}`,
    `Shopper   ${url}/shopper/${demo ? `#key=${demo.publishable_test_key}` : ''}`,
    `API       ${url}/backoffice/v2`,
    `Reference ${url}/docs`,
    ...(demo
      ? [
          '',
          `Test key  ${demo.test_key}`,
          `Live key  ${demo.live_key}`,
          `Staff     ${demo.staff.username} / ${demo.staff.password}`,
          `All of it ${demo.file}`,
        ]
      : []),
  ]
  const width = Math.max(...lines.map((line) => line.length))
  const rule = '─'.repeat(width + 2)
  return [`┌${rule}┐`, ...lines.map((line) => `│ ${line.padEnd(width)} │`), `└${rule}┘`].join('\n')
}
