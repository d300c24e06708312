import { finance, running } from './finance.ts'
import { fulfilling } from './fulfilling.ts'
import type { Guide } from './guide.ts'
import { inTheApp } from './own.ts'
import { asking, later, merging, proving, working } from './people.ts'
import { shopping } from './shopping.ts'

export type { Asked, Guide } from './guide.ts'

export type Shopper = Awaited<ReturnType<typeof shopping>>

/**
 * Takes every part of the product once around, so that what one request needs another has made; drawn requests go on from there.
 * Answers the shopper of this tour, of whom the next one asks what came later.
 */
export async function tour(guide: Guide, before: Shopper | undefined): Promise<Shopper> {
  const shopper = await shopping(guide)
  await proving(guide, shopper.contact)
  await working(guide)
  await merging(guide)
  await fulfilling(guide, shopper.contact)
  await finance(guide, shopper)
  await running(guide)
  await inTheApp(guide)
  await asking(guide)
  if (before) await later(guide, before)
  return shopper
}
