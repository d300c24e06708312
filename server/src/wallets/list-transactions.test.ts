import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergePockets } from './list-transactions.ts'

const pocket = fc
  .array(fc.integer({ min: 0, max: 5 }), { maxLength: 12 })
  .map((times) => times.map((time, index) => ({ seq: BigInt(index + 1), at: new Date(time) })))

test('each pocket keeps its own order, whatever the clocks said', () => {
  fc.assert(
    fc.property(pocket, pocket, (open, commerce) => {
      const merged = mergePockets([open, commerce], 'DESC')
      expect(merged.filter((entry) => open.includes(entry))).toEqual(open.toReversed())
      expect(merged.filter((entry) => commerce.includes(entry))).toEqual(commerce.toReversed())
    }),
  )
})

test('the first entries of the list follow from the first entries of each pocket, so pages fit together', () => {
  fc.assert(
    fc.property(pocket, pocket, fc.nat(24), (open, commerce, most) => {
      const newest = [open, commerce].map((entries) => entries.slice(-most || entries.length))
      const all = mergePockets([open, commerce], 'DESC')
      expect(mergePockets(newest, 'DESC').slice(0, most)).toEqual(all.slice(0, most))
    }),
  )
})
