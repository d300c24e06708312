import type { Guide } from './guide.ts'

const place = { venue_tap: { code: '400' }, merchant_tap: { code: '102' } }

/** A contact with money in the wallet, who buys, brings back, claims, and is given more. */
export async function shopping({ ask, round }: Guide): Promise<{ contact: string; wallet: string }> {
  const contact = `T-${round}`
  const made = await ask('createContact', {
    body: {
      code: contact,
      first_name: 'Maria',
      emails: [{ email_address: `${contact}@example.com` }],
      phones: [{ number: `+3579910${String(round).padStart(4, '0')}` }],
      loyalty_identifiers: [{ identifier: `L-${contact}` }],
    },
  })
  const wallet: string = made.wallet?.id ?? 'none'
  const credit = { type: 'CREDIT', amount: 40, reason: 'Tour' }
  await ask('createAdjustment', { of: wallet, body: credit })
  await buying({ ask, round }, contact)
  await ask('createTopup', { body: { contact_id: contact, amount: 5, payment_method: { type: 'CASH' } } })
  await ask('createContact', { body: { code: `F-${round}` } })
  await ask('createWalletTransfer', {
    of: wallet,
    body: { destination: { contact_id: `F-${round}` }, amount: 1 },
  })
  const plan = { code: `G-${round}`, name: 'Gift', classification: 'GIFT', value_type: 'FIXED', value: 5 }
  await ask('createPassPlan', { body: plan })
  const given = await ask('createPassPlan', {
    body: { ...plan, code: `${plan.code}-OLD`, name: `${plan.name} of before` },
  })
  await ask('deletePassPlan', { of: given.id ?? 'none' })
  await ask('createPasses', { body: { pass_plan_id: plan.code, code: `GIFT-${round}` } })
  await ask('redeemPass', { body: { code: `GIFT-${round}`, contact_id: contact } })
  const pool = { code: `P-${round}`, name: 'Switched', needs_activation: true }
  await ask('createCommercePool', { body: pool })
  await ask('actOnCommercePool', { of: pool.code, body: { action: 'ACTIVATE', contact_id: contact } })
  const scheme = { code: `S-${round}`, name: 'Club', sign_up_option: 'SELF_SIGN_UP' }
  await ask('createRewardScheme', { body: scheme })
  await ask('changeContactMembership', { of: contact, body: { reward_scheme_id: scheme.code } })
  const staff = {
    code: `C-${round}`,
    name: 'Staff',
    sign_up_option: 'CLOSE_LOOP_SIGN_UP',
    sign_up_method: 'CODE',
  }
  await ask('createRewardScheme', { body: staff })
  await ask('addSignUpCodes', { of: staff.code, body: { count: 2 } })
  await ask('exportContact', { of: contact })
  // Over by the next tour, and nothing of this one spends it before.
  const expires_on = Math.floor(Date.now() / 1_000) + 2
  await ask('createAdjustment', { of: wallet, body: { ...credit, amount: 1, expires_on } })
  return { contact, wallet }
}

async function buying({ ask, round }: Guide, contact: string): Promise<void> {
  const buy = (number: string, body: object = {}) =>
    ask('submitPurchase', {
      body: {
        reference_number: `T-${round}-${number}`,
        organisation: place,
        transaction_amounts: { total: 10 },
        ...body,
      },
    })
  await buy('1', { contact: { code: contact } })
  const token = await ask('createSpendToken', { of: contact, body: { intent: 'SPEND' } })
  await buy('2', { contact: { otp: token.value ?? 'none' } })
  await ask('resendPurchaseNotification', { of: `T-${round}-2` })
  const back = { reference_number: `T-${round}-B`, return_amount: 1 }
  await ask('returnGoods', { of: `T-${round}-1`, body: back })
  const returns = await ask('listPurchaseReturns', { of: `T-${round}-1` })
  await ask('getReturn', { of: returns.content?.[0]?.id ?? 'none' })
  await ask('adHocReturn', { body: { contact: { code: contact }, organisation: place, return_amount: 1 } })
  const unclaimed = await buy('3')
  const transaction_code: string = unclaimed.receipt?.qr ?? 'none'
  await ask('reclaimPurchase', { body: { contact: { code: contact }, transaction_code } })
}
