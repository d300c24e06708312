import { IdentifierTaken } from '../../../src/contacts/contacts.errors.ts'
import { AlreadyExists, AmbiguousIdentifier, InvalidState, NotFound } from '../../../src/kit/error.ts'
import { MOST_NOTES } from '../../../src/notes/note.ts'
import type { Stories } from '../story.ts'

export const peopleAndPlaces: Stories = {
  'a contact known by what is another’s already, or sent by nobody': async (story) => {
    const [first, second] = [await story.shopper(), await story.shopper()]
    await story.done('PUT', `contacts/${first}`, {
      loyalty_identifiers: [{ identifier: 'CARD-1' }],
      referral_code: 'FRIEND7',
    })
    const card = { loyalty_identifiers: [{ identifier: 'CARD-1' }] }
    await story.refused('createContact', { body: card }, IdentifierTaken, ['LOYALTY', 'CARD-1'])
    await story.refused('updateContact', { of: second, body: card }, IdentifierTaken, ['LOYALTY', 'CARD-1'])
    const code = { referral_code: 'FRIEND7' }
    await story.refused('createContact', { body: code }, AlreadyExists, ['referral_code', 'FRIEND7'])
    await story.refused('updateContact', { of: second, body: code }, AlreadyExists, [
      'referral_code',
      'FRIEND7',
    ])
    await story.refused('createContact', { body: { referral_code_used: 'NOBODY7' } }, NotFound, [
      'referral_code',
      'NOBODY7',
    ])
  },

  'a merge to be undone after money moved': async (story) => {
    const { contact: of, wallet } = await story.holder()
    const other = await story.shopper()
    await story.done('POST', `contacts/${of}/merge`, { contact_id: other })
    await story.credit(wallet, 5)
    await story.refused('undoMerge', { of, body: { contact_id: other } }, InvalidState, [
      'merge',
      'ADJUSTMENT_CREDIT',
    ])
  },

  'a note beyond the most that a contact has': async (story) => {
    const of = await story.shopper()
    const body = { text: 'Rang again' }
    for (let count = 0; count < MOST_NOTES; count++) await story.done('POST', `contacts/${of}/notes`, body)
    await story.refused('addContactNote', { of, body }, InvalidState, [
      'notes',
      `${MOST_NOTES}`,
      `${MOST_NOTES}`,
    ])
  },

  'a contact to be erased who has money': async (story) => {
    const { contact: of, wallet } = await story.holder()
    await story.credit(wallet, 5)
    await story.refused('eraseContact', { of, body: {} }, InvalidState, ['leave_money', 'false'])
  },

  'an organisation whose code, or whose number on receipts, is taken': async (story) => {
    const body = { type: 'MERCHANT', name: 'Other', code: 'CORNER' }
    await story.refused('createOrganisation', { body }, AlreadyExists, ['code', 'CORNER'])
    await story.done('POST', 'organisations', { type: 'MERCHANT', name: 'Other', code: 'OTHER' })
    const taps = { taps: [{ code: 'M1' }] }
    await story.refused('updateOrganisation', { of: 'OTHER', body: taps }, AlreadyExists, [
      'taps[0].code',
      'M1',
    ])
  },

  'a product that is there, or of a family that two have the name of': async (story) => {
    const family = (code: string) => ({ sku: `OF-${code}`, name: code, family: { code, name: 'Hot' } })
    for (const code of ['F-1', 'F-2']) await story.done('POST', 'products', family(code))
    await story.refused('createProduct', { body: family('F-1') }, AlreadyExists, ['sku', 'OF-F-1'])
    await story.refused('updateProduct', { of: 'OF-F-2', body: { sku: 'OF-F-1' } }, AlreadyExists, [
      'sku',
      'OF-F-1',
    ])
    const hot = { family: { name: 'Hot' } }
    await story.refused('createProduct', { body: { sku: 'NEW', name: 'New', ...hot } }, AmbiguousIdentifier, [
      'family',
      'Hot',
    ])
    await story.done('POST', 'products', { sku: 'PLAIN', name: 'Plain' })
    await story.refused('updateProduct', { of: 'PLAIN', body: hot }, AmbiguousIdentifier, ['family', 'Hot'])
  },

  'a group of products that somebody has entered': async (story) => {
    const body = { kind: 'FAMILY', code: 'TIPS' }
    await story.done('POST', 'product_groups', body)
    await story.refused('createProductGroup', { body }, AlreadyExists, ['code', 'TIPS'])
  },

  'a product to be merged that somebody entered': async (story) => {
    for (const sku of ['MUG', 'CUP']) await story.done('POST', 'products', { sku, name: sku })
    await story.refused('mergeProduct', { of: 'MUG', body: { into: 'CUP' } }, InvalidState, [
      'product',
      'MUG',
      'MANUAL',
    ])
  },
}
