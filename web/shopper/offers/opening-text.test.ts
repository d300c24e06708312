import { expect, test } from 'vitest'
import { el } from '../texts/el.ts'
import { en } from '../texts/en.ts'
import { openingText } from './opening-text.ts'

const seconds = (moment: string) => new Date(moment).getTime() / 1_000

// 29 November 2026 is a Sunday; New York is five hours behind UTC then.
test.each`
  is_open  | changes                   | texts | says
  ${true}  | ${'2026-11-29T21:00:00Z'} | ${en} | ${'Open now until 16:00'}
  ${false} | ${'2026-11-30T11:00:00Z'} | ${en} | ${'Opens Mon 06:00'}
  ${true}  | ${'2026-11-30T05:00:00Z'} | ${el} | ${'Ισχύει τώρα, ως Δευ 00:00'}
  ${false} | ${undefined}              | ${en} | ${'Not at this time'}
`('the hours of an offer are told by the clock of the shop: $says', ({ is_open, changes, texts, says }) => {
  const changes_on = changes === undefined ? null : seconds(changes)
  const opening = { is_open, changes_on, time_zone: 'America/New_York' }
  expect(openingText(opening, seconds('2026-11-29T17:00:00Z'), texts)).toBe(says)
})
