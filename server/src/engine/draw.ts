const FNV_OFFSET = { high: 0xcbf29ce4, low: 0x84222325 }
// The prime is 2^40 and this.
const FNV_PRIME_LOW = 0x1b3
const HIGH = 2 ** 32
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
  let hash = hashOf(String(luck), offer)
  hash = BigInt.asUintN(64, (hash ^ (hash >> 33n)) * MIX_1)
  hash = BigInt.asUintN(64, (hash ^ (hash >> 33n)) * MIX_2)
  return Number((hash ^ (hash >> 33n)) % BigInt(of))
}

/**
 * FNV-1a of 64 bits of "<luck>|<offer>", in two halves of 32: every offer of chance draws for every purchase, and big integers
 * are slow at it, as is putting a text together only to take it apart.
 */
function hashOf(luck: string, offer: string): bigint {
  let { high, low } = FNV_OFFSET
  for (const part of [luck, '|', offer]) {
    for (let at = 0; at < part.length; at++) {
      const character = part.codePointAt(at) ?? 0
      // A character beyond the first plane takes two places.
      if (character > 0xffff) at += 1
      const mixed = (low ^ character) >>> 0
      const product = mixed * FNV_PRIME_LOW
      low = product >>> 0
      high = (high * FNV_PRIME_LOW + (product - low) / HIGH + ((mixed << 8) >>> 0)) >>> 0
    }
  }
  return (BigInt(high) << 32n) | BigInt(low)
}
