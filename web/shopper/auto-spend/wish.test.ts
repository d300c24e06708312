import { describe, expect, test } from 'vitest'
import { draftOf, wishOf, wrongIn } from './wish.ts'

const kept = {
  enable_automatic_spend: true,
  next_purchase_only: false,
  minimum_wallet_balance: 0,
  from_purchase_amount: 12.5,
  maximum_spend_amount: null,
}

describe('when the wallet may pay by itself', () => {
  test('is sent as it was kept when nothing was changed: what is empty does not bound', () => {
    expect(wishOf(draftOf(kept))).toEqual({ ...kept, minimum_wallet_balance: null })
  })

  test('takes a comma as well as a point, and says which field is no amount', () => {
    const draft = { ...draftOf(kept), keep: '3,50' }
    expect(wishOf(draft).minimum_wallet_balance).toBe(3.5)
    expect(wrongIn(draft)).toBeUndefined()
    expect(wrongIn({ ...draft, most: 'all' })).toBe('most')
  })
})
