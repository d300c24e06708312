import { Card } from '../../kit/card.tsx'
import { CallCode } from '../code/call-code.tsx'
import type { Purchase } from '../queries.ts'
import { texts } from '../texts.ts'

const words = texts.purchase

/** The same purchase for whoever writes the client: what to ask, and what is answered. */
export function AsTold({ purchase }: { readonly purchase: Purchase }) {
  const { id } = purchase
  return (
    <Card title={words.api}>
      <CallCode
        call={{ method: 'GET', path: `/backoffice/v2/purchases/${id}`, sdk: 'purchases.get', args: [id] }}
        more={[{ name: words.answer, shown: JSON.stringify(purchase, null, 2) }]}
      />
    </Card>
  )
}
