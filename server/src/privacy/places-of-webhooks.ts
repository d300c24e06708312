import { sql } from 'kysely'
import { namedIn } from './named-in.ts'
import type { Place } from './places.ts'

const NULL = sql`null`

/** What others were told of a person, and what they answered. */
export const PLACES_OF_WEBHOOKS: readonly Place[] = [
  // What a receiver answered may say again what it was sent.
  {
    table: 'webhook_tries',
    of: (person) =>
      sql`(${namedIn(sql`answer`, person)} or exists (
        select from webhook_deliveries d
         where d.tenant = webhook_tries.tenant and d.id = webhook_tries.delivery_id and ${namedIn(sql`d.body`, person)}))`,
    shown: [],
    forget: { answer: NULL, headers: NULL, is_whole: sql`false` },
  },
  // What was told to others is kept to be sent again: the next time it is told as it is now. A call that was made is not unmade.
  {
    table: 'webhook_deliveries',
    of: (person) => namedIn(sql`body`, person),
    shown: [],
    forget: { body: NULL },
  },
]
