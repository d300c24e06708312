import type { Work } from '../db/index.ts'
import { alreadyExists } from '../kit/error.ts'
import { newId } from '../kit/id.ts'
import type { Organisation, Tap, TapId } from './organisation.ts'
import { insertTap, renameTap, tapsWithCodes } from './taps.store.ts'

export interface NewTap {
  readonly code: string
  readonly name?: string | undefined
}

/**
 * Gives an organisation its numbers; one that it already has is only renamed. A merchant's number is unique
 * in the business, a venue's within its merchant.
 */
export async function addTaps(
  work: Work,
  organisation: Organisation,
  taps: readonly NewTap[],
): Promise<void> {
  if (taps.length === 0) return
  const isVenue = organisation.type === 'VENUE'
  const merchant = isVenue ? (organisation.parent ?? work.actor.business) : organisation.id
  const known = await tapsWithCodes(work, {
    kind: isVenue ? 'VENUE' : 'MERCHANT',
    merchant: isVenue ? merchant : undefined,
    codes: taps.map(({ code }) => code),
  })
  const byCode = new Map(known.map((tap) => [tap.code, tap]))
  const seen = new Set<string>()
  for (const [index, { code, name }] of taps.entries()) {
    const there = byCode.get(code)
    const isOwn = there?.organisation === organisation.id
    if (seen.has(code) || (there && !isOwn)) throw alreadyExists(`taps[${index}].code`, code)
    seen.add(code)
    const tap: Tap = {
      id: there?.id ?? newId<TapId>(),
      kind: isVenue ? 'VENUE' : 'MERCHANT',
      code,
      name: name ?? there?.name ?? organisation.name,
      organisation: organisation.id,
      merchant,
    }
    await (there ? renameTap(work, tap) : insertTap(work, tap))
  }
}
