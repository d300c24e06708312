/** Operations of the contract that are not served, and why. */
export const NOT_SERVED: Readonly<Record<string, string>> = {
  'PUT /self-service/v2/wallets/{id}':
    'Top-ups that happen by themselves charge a card; no payment provider takes money for this installation.',
  'POST /self-service/v2/contacts/{id}/organisations':
    'A contact is of one business, in which they register and have themselves forgotten; for parts of it they sign up to schemes.',
}

/** Where ours differs from the contract in the type of a field, and why. */
const PAYPAL = 'A payout may go to a PayPal address as well.'
export const DIFFERS: Readonly<Record<string, string>> = {
  'GET /self-service/v2/contacts/{id}/payment_methods content[].payment_method_type may be PAYPAL': PAYPAL,
  'POST /self-service/v2/contacts/{id}/payment_methods payment_method_type may be PAYPAL, ACCOUNT': PAYPAL,
}
