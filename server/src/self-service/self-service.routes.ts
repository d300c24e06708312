import type { ContactsWiring } from '../contacts/index.ts'
import type { Route } from '../http/index.ts'
import type { IdentityChecksWiring } from '../identity-checks/index.ts'
import type { RelyingParty } from '../passkeys/index.ts'
import type { Catalogues } from '../purchases/index.ts'
import type { SessionKeys } from '../sessions/index.ts'
import { analyticsRoutes } from './analytics.routes.ts'
import { backOffice } from './ask-back-office.ts'
import { messagesRoutes } from './messages.routes.ts'
import { moneyRoutes } from './money.routes.ts'
import { ordersRoutes } from './orders.routes.ts'
import { ownDataRoutes } from './own-data.routes.ts'
import { passkeysRoutes } from './passkeys.routes.ts'
import { profileRoutes } from './profile.routes.ts'
import { purchasesRoutes } from './purchases.routes.ts'
import { rewardsRoutes } from './rewards.routes.ts'
import { shopRoutes } from './shop.routes.ts'
import { signInRoutes } from './sign-in.routes.ts'
import { walletRoutes } from './wallet.routes.ts'

export interface SelfServiceWiring extends IdentityChecksWiring, Pick<ContactsWiring, 'afterEntered'> {
  readonly sessionKeys: SessionKeys
  readonly catalogues: Catalogues
  /** Where passkeys are good. */
  readonly relyingParty: RelyingParty
  /** Makes the authenticator look callers up again. */
  readonly forgetCallers: () => void
}

/** What contacts do for themselves, answered by the routes of the back office under their own identity. */
export function selfServiceRoutes(routes: readonly Route[], wiring: SelfServiceWiring): readonly Route[] {
  const {
    messageSources: messages,
    hashOfCheck: hash,
    sessionKeys: sessions,
    catalogues,
    relyingParty: party,
    afterEntered,
    forgetCallers,
  } = wiring
  const office = backOffice(routes)
  return [
    ...signInRoutes({ messages, hash, sessions, afterEntered }, forgetCallers),
    ...profileRoutes(office, forgetCallers),
    ...walletRoutes(office),
    ...purchasesRoutes(office),
    ...moneyRoutes(office),
    ...rewardsRoutes(office),
    ...ordersRoutes(office, { database: messages.database, catalogues }),
    ...shopRoutes(office, catalogues),
    ...messagesRoutes(office),
    ...analyticsRoutes(office),
    ...ownDataRoutes(office),
    ...passkeysRoutes({ messages, sessions, party }),
  ]
}
