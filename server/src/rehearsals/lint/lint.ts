import type { CompiledOffer } from '../../engine/index.ts'
import { alwaysFires } from './always-fires.ts'
import { goalThenReturn } from './farms/goal-then-return.ts'
import { inventedContacts } from './farms/invented-contacts.ts'
import { partReturned } from './farms/part-returned.ts'
import { splitBasket } from './farms/split.ts'
import { type Finding, SEVERITIES } from './finding.ts'
import { masked } from './masked.ts'
import { neverFires } from './never-fires.ts'
import { oddHours } from './odd-hours.ts'
import { paysMore } from './pays-more.ts'
import type { Setting } from './setting.ts'
import { isByChance } from './terms.ts'
import { asIfDrawn } from './trial.ts'
import { unknownNames } from './unknown-names.ts'
import { fulfilling, witnessesAmong } from './witness.ts'

/**
 * What is odd about an offer among those that are live, the gravest first. Each finding comes with an example that was judged.
 * A draw counts as won: what is odd about a lottery is what its winners get.
 */
export function lint(offer: CompiledOffer, given: Setting): readonly Finding[] {
  const own = asIfDrawn(offer)
  const setting = { ...given, live: given.live.filter((each) => each.offer.id !== offer.offer.id) }
  const fulfilled = fulfilling(own, setting)
  const never = neverFires(own, setting, fulfilled)
  if (never.length > 0) return never
  const drawn = { ...setting, live: setting.live.map(asIfDrawn) }
  const witnesses = witnessesAmong(fulfilled.drafts, own, setting)
  const drafts = witnesses.map(({ draft }) => draft)
  const found = [
    ...unknownNames(own, setting, witnesses),
    ...alwaysFires(offer, setting),
    ...masked(own, setting, witnesses),
    ...forWinners(offer, [
      ...paysMore(own, drawn, witnesses),
      ...splitBasket(own, setting, witnesses),
      ...partReturned(own, setting, witnesses),
      ...goalThenReturn(own, setting, drafts),
    ]),
    ...inventedContacts(own, setting, witnesses),
    ...oddHours(own, setting, fulfilled.drafts),
  ]
  return found.sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
}

/** What only those can do who win a draw is told, no more: a prize is meant to be worth more than what was bought. */
function forWinners(offer: CompiledOffer, found: readonly Finding[]): readonly Finding[] {
  return isByChance(offer) ? found.map((each) => ({ ...each, severity: 'NOTICE' as const })) : found
}
