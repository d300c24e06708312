const MASK = (1n << 64n) - 1n
const FNV_OFFSET = 0xcbf29ce484222325n
const FNV_PRIME = 0x100000001b3n
const MIX_1 = 0xff51afd7ed558ccdn
const MIX_2 = 0xc4ceb9fe1a85ec53n

/**
 * What an offer draws for a purchase: a whole number from 0 to one below `of`. It follows from the purchase's
 * own random number and the offer's id alone, so it can be told again later, and two offers draw
 * independently for one purchase.
 *
 * The text "<luck>|<offer>" goes through FNV-1a of 64 bits. Its lowest bits depend on the lowest bits of the
 * text alone, which would make offers of small odds win together; so it is finished with the mixer of
 * MurmurHash3, in which every bit moves all others. The remainder of that is the draw. Whole numbers only:
 * the same on every machine.
 */
export function drawn(luck: number, offer: string, of: number): number {
  let hash = FNV_OFFSET
  for (const character of `${luck}|${offer}`) {
    hash = ((hash ^ BigInt(character.codePointAt(0) ?? 0)) * FNV_PRIME) & MASK
  }
  hash = ((hash ^ (hash >> 33n)) * MIX_1) & MASK
  hash = ((hash ^ (hash >> 33n)) * MIX_2) & MASK
  return Number((hash ^ (hash >> 33n)) % BigInt(of))
}
