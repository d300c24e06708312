import { expect, test } from 'vitest'
import type { Session } from '../../kit/session.ts'
import { firstPurchase } from './curl.ts'

const baseUrl = 'http://127.0.0.1:8080'
const key = 'tb_test_8EP4duRxbgqKjGVu27Objkqci2RNtQyAso4nRD'

function commandFor(session: Session) {
  return firstPurchase({ baseUrl, session, venueTap: '354', contactCode: 'C-7' })
}

test('the command names the server, the key, the venue and the contact', () => {
  const { shown, copied } = commandFor({ credential: key, mode: 'TEST', staff: undefined })
  expect(copied).toBe(shown)
  expect(copied).toContain(`curl ${baseUrl}/backoffice/v2/purchases`)
  expect(copied).toContain(`Bearer ${key}`)
  expect(JSON.parse(/-d '(.*)'/.exec(copied)?.[1] ?? '')).toEqual({
    reference_number: 'hello-1',
    organisation: { venue_tap: { code: '354' } },
    contact: { code: 'C-7' },
    transaction_amounts: { total: '12.00' },
  })
})

test.each`
  session
  ${{ credential: key.replace('test', 'live'), mode: 'LIVE', staff: undefined }}
  ${{ credential: 'header.payload.signature', mode: 'TEST', staff: 'owner@example.com' }}
`('what is shown of $session.credential hides its middle', ({ session }) => {
  const { shown, copied } = commandFor(session)
  expect(copied).toContain(session.credential)
  expect(shown).not.toContain(session.credential)
})
