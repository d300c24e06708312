import type { SignedIn } from '../server.ts'
import { finance, queueing, running } from './finance.ts'
import { fulfilling } from './fulfilling.ts'
import type { Guide } from './guide.ts'
import { inTheApp, inTheAppLater } from './own.ts'
import { asking, later, merging, proving, working } from './people.ts'
import { shopping } from './shopping.ts'

export type { Asked, Guide } from './guide.ts'

/** Who was met on a tour. */
export interface Met {
  readonly shopper: Awaited<ReturnType<typeof shopping>>
  /** Who is signed in, in their app. */
  readonly me: SignedIn
}

/**
 * Takes every part of the product once around, so that what one request needs another has made; drawn requests go on from there.
 * Answers whom it met, of whom the next one asks what came later.
 */
export async function tour(guide: Guide, before: Met | undefined): Promise<Met> {
  const shopper = await shopping(guide)
  await proving(guide, shopper.contact)
  await working(guide)
  await merging(guide)
  await fulfilling(guide, shopper.contact)
  await finance(guide, shopper)
  await running(guide)
  await queueing(guide)
  const me = await inTheApp(guide)
  await asking(guide)
  if (before) {
    await later(guide, before.shopper)
    await inTheAppLater(guide, before.me)
  }
  return { shopper, me }
}
