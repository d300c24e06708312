import { expect, test } from 'vitest'
import { linted, offers, own, street } from '../../../test/street.ts'
import { openLinting } from './lint-beside.ts'
import type { LintJob } from './lint-worker.ts'
import { showFinding } from './show-finding.ts'

function job(terms: string, live: readonly string[] = []): LintJob {
  return { offer: own(terms).offer, live: offers(live).map(({ offer }) => offer), setting: street }
}

const TOO_MUCH = '5.00; from 1.00; up to 3.00'

test('a thread that has linted lints the next, each with its own findings', async () => {
  const lint = openLinting()
  for (const terms of [TOO_MUCH, '5 %; on milk', TOO_MUCH]) {
    const live = offers(['6 %; on family dairy'])
    const here = linted(own(terms), live).map((finding) => showFinding(finding, { ...street, live }))
    expect(await lint(job(terms, ['6 %; on family dairy']))).toEqual(here)
  }
})

test('a third at once is told to come again, and the thread that rests is ready for it', async () => {
  const lint = openLinting()
  const two = [lint(job(TOO_MUCH)), lint(job('5 %; on milk'))]
  await expect(lint(job(TOO_MUCH))).rejects.toThrow('2 offers are being linted already.')
  await Promise.all(two)
  expect(await lint(job(TOO_MUCH))).not.toEqual([])
})

test('a lint that fails is told as such, and the next one is linted', async () => {
  const lint = openLinting()
  const broken = { ...job(TOO_MUCH), setting: {} as LintJob['setting'] }
  await expect(lint(broken)).rejects.toThrow()
  expect(await lint(job(TOO_MUCH))).not.toEqual([])
})
