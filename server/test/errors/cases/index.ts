import type { Stories } from '../story.ts'
import { claims } from './claims.ts'
import { configuration } from './configuration.ts'
import { contactsThemselves } from './contacts-themselves.ts'
import { money } from './money.ts'
import { orders } from './orders.ts'
import { passes } from './passes.ts'
import { passkeys } from './passkeys.ts'
import { payouts } from './payouts.ts'
import { peopleAndPlaces } from './people-and-places.ts'
import { purchases } from './purchases.ts'
import { running } from './running.ts'
import { staff } from './staff.ts'
import { tills } from './tills.ts'
import { twins } from './twins.ts'

export const STORIES: Stories = {
  ...claims,
  ...configuration,
  ...money,
  ...orders,
  ...passes,
  ...passkeys,
  ...payouts,
  ...peopleAndPlaces,
  ...purchases,
  ...running,
  ...contactsThemselves,
  ...staff,
  ...tills,
  ...twins,
}
