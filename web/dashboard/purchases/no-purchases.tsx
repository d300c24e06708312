import { EmptyState } from '../../kit/empty-state.tsx'
import { viewOf } from '../address.ts'
import { useSignedIn } from '../client.ts'
import { CallCode } from '../code/call-code.tsx'
import { Link } from '../link.tsx'
import { useContacts, useNames } from '../queries.ts'
import { texts } from '../texts.ts'
import { firstPurchase } from './first-purchase.ts'

const words = texts.purchases.empty

/** The first look: what to send so that something happens here. */
export function NoPurchases() {
  const { session } = useSignedIn()
  const { venues, organisations } = useNames()
  const contacts = useContacts('', 1)
  const { call, body } = firstPurchase({
    venueTap: venues.flatMap(({ taps }) => taps)[0]?.code,
    contactCode: contacts.data?.content[0]?.code,
  })
  return (
    <EmptyState icon="receipt" title={words.title}>
      {organisations.length > 0 && venues.length === 0 && (
        <p>
          <Link to={viewOf('venues')}>{words.venueFirst}</Link>
        </p>
      )}
      <p>{words.text}</p>
      <CallCode call={call} run={(client) => client.purchases.submit(body)} />
      {session.mode === 'LIVE' && <p>{words.liveKey}</p>}
    </EmptyState>
  )
}
