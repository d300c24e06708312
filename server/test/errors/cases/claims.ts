import { TooManyClaims } from '../../../src/claims/claims.errors.ts'
import { WrongCode } from '../../../src/identity-checks/identity-checks.errors.ts'
import { AlreadyExists, InvalidState, RequiredField } from '../../../src/kit/error.ts'
import { TooManyAttempts } from '../../../src/tokens/tokens.errors.ts'
import type { Stories } from '../story.ts'

const claim = (contact: string, receipt: string) => ({
  contact: { code: contact },
  transaction_code: receipt,
})

export const claims: Stories = {
  'a receipt that somebody has, that was voided, that is not told whole, or after too many that were wrong':
    async (story) => {
      const [contact, other] = [await story.shopper(), await story.shopper()]
      await story.buy({ contact: other, total: 10, reference: 'THEIRS' })
      const theirs = claim(contact, 'THEIRS;M1;V1;1000')
      await story.refused('reclaimPurchase', { body: theirs }, AlreadyExists, ['claim', 'THEIRS'])
      await story.buy({ total: 10, reference: 'VOID' })
      await story.done('POST', 'purchases/VOID/cancel', {})
      const voided = claim(contact, 'VOID;M1;V1;1000')
      await story.refused('reclaimPurchase', { body: voided }, InvalidState, ['receipt', 'VOID', 'CANCELLED'])
      const nameless = { contact: { code: contact }, organisation: { venue_tap: { code: 'V1' } } }
      await story.refused('reclaimPurchase', { body: nameless }, RequiredField, ['id'])
      for (let guess = 0; guess < 5; guess++)
        await story.call('POST', 'purchases/reclaim', claim(contact, `THEIRS;M1;V1;${guess + 1}`))
      await story.refused('reclaimPurchase', { body: theirs }, TooManyClaims, ['receipt', '5'])
    },

  'a claim that was decided': async (story) => {
    await story.done('PUT', 'organisations/CORNER', { settings: { self_submitted_purchases: 'HOLD' } })
    const { claim_id: of } = await story.done(
      'POST',
      'purchases/reclaim',
      claim(await story.shopper(), 'OWN-1;M1;V1;1000'),
    )
    await story.done('PUT', `claims/${of}/actions`, { action: 'APPROVE' })
    const body = { action: 'REFUSE', reason: 'Late' }
    await story.refused('decideClaim', { of, body }, InvalidState, ['claim', 'CLAIMED'])
  },

  'a code that is wrong, after too many wrong ones, or too many that were sent': async (story) => {
    await story.done('POST', 'contacts', { code: 'ANNA', emails: [{ email_address: 'anna@example.com' }] })
    const send = () => story.done('POST', 'contacts/ANNA/otp', { method: 'EMAIL' })
    const { auth_otp } = await send()
    // Of a code of six digits no wrong one is right by chance.
    const body = { auth_otp, code: 'xxxxxx' }
    await story.refused('validateContactCode', { of: 'ANNA', body }, WrongCode)
    for (let guess = 0; guess < 5; guess++) await story.call('POST', 'contacts/ANNA/validate_otp', body)
    await story.refused('validateContactCode', { of: 'ANNA', body }, TooManyAttempts)
    for (let sent = 1; sent < 5; sent++) await send()
    await story.refused('sendContactCode', { of: 'ANNA', body: { method: 'EMAIL' } }, TooManyAttempts, [
      'contact',
      '5',
    ])
  },
}
