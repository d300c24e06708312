import type { DemoFile } from '../demo-server.ts'
import type { BackOffice } from './back-office.ts'
import { dashboardScreens } from './dashboard.ts'
import type { AppScreens } from './screen.ts'
import { shopperScreens } from './shopper.ts'
import { tillScreens } from './till.ts'

export { type AppScreens, type Screen, settled } from './screen.ts'

/** Every screen of the three apps, with the demo's test data and as they are before anything has happened. */
export async function everyScreen({ base_url: url, test_key, live_key }: DemoFile): Promise<AppScreens[]> {
  const test: BackOffice = { url, key: test_key }
  const live: BackOffice = { url, key: live_key }
  return [
    await dashboardScreens(test, 'demo'),
    await dashboardScreens(live, 'empty'),
    await shopperScreens(test, 'demo'),
    // A code is told in test mode alone, so that it is somebody new there.
    await shopperScreens(test, 'empty'),
    tillScreens(test, 'demo'),
    tillScreens(live, 'empty'),
  ]
}
