import type { DemoFile } from '../demo-server.ts'
import { type BackOffice, call } from './back-office.ts'
import { dashboardScreens } from './dashboard.ts'
import { furnish } from './furnish.ts'
import type { AppScreens } from './screen.ts'
import { shopperScreens } from './shopper.ts'
import { tillScreens } from './till.ts'

export { dashboardScreens } from './dashboard.ts'
export { furnish } from './furnish.ts'
export { asItIs } from './otherwise.ts'
export { type AppScreens, type Screen, visit } from './screen.ts'
export { shopperScreens } from './shopper.ts'
export { tillScreens } from './till.ts'

/** Of which household the demo has the most purchases. */
const HOUSEHOLD = '2337'
const EMAIL = `household-${HOUSEHOLD}@complete-journey.example`

/** Every screen of the three apps with the demo's test data, and with what else there is to see. */
export async function fullScreens(demo: DemoFile): Promise<readonly AppScreens[]> {
  const office: BackOffice = { url: demo.base_url, key: demo.test_key }
  await furnish(office, EMAIL)
  return [
    await dashboardScreens(office, 'demo', EMAIL),
    await shopperScreens({ ...office, appKey: demo.publishable_test_key, email: EMAIL }),
    await tillScreens(office, 'demo', HOUSEHOLD),
  ]
}

/** Every screen of a business in which nothing is, not even a venue. All that the demo had is taken away for it. */
export async function emptyScreens(demo: DemoFile): Promise<readonly AppScreens[]> {
  const office: BackOffice = { url: demo.base_url, key: demo.test_key }
  await call(office, 'POST', 'test_helpers/wipe', { keep: 'NOTHING' })
  return [
    await dashboardScreens(office, 'empty'),
    await tillScreens(office, 'empty'),
    // The last, as somebody signs in who was not there before.
    await shopperScreens({ ...office, appKey: demo.publishable_test_key }),
  ]
}
