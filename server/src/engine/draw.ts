const FNV_OFFSET = { high: 0xcbf29ce4, low: 0x84222325 }
// The prime is 2^40 and this.
const FNV_PRIME_LOW = 0x1b3
const HIGH = 2 ** 32
const MIX_1 = { high: 0xff51afd7, low: 0xed558ccd }
const MIX_2 = { high: 0xc4ceb9fe, low: 0x1a85ec53 }

/**
 * What an offer draws for a purchase: a whole number from 0 to one below `of`, which is a million at most. It follows from the purchase's
 * own random number and the offer's id alone, so it can be told again later, and two offers draw
 * independently for one purchase.
 *
 * The text "<luck>|<offer>" goes through FNV-1a of 64 bits. Its lowest bits depend on the lowest bits of the
 * text alone, which would make offers of small odds win together; so it is finished with the mixer of
 * MurmurHash3, in which every bit moves all others. The remainder of that is the draw. Whole numbers only:
 * the same on every machine.
 */
export function drawn(luck: number, offer: string, of: number): number {
  const mixed = shifted(times(shifted(times(shifted(hashOf(String(luck), offer)), MIX_1)), MIX_2))
  return ((mixed.high % of) * HIGH + mixed.low) % of
}

/** 64 bits in two halves: every offer of chance draws for every purchase, and big integers are slow at it. */
interface Bits {
  readonly high: number
  readonly low: number
}

/** What is left of them when they are combined with themselves 33 places further on, of which only the lower half changes. */
function shifted({ high, low }: Bits): Bits {
  return { high, low: (low ^ (high >>> 1)) >>> 0 }
}

const QUARTER = 2 ** 16

/** The lowest 64 bits of the product; of the lower halves in parts that a number holds exactly. */
function times(a: Bits, b: Bits): Bits {
  const first = (a.low % QUARTER) * b.low
  const rest = (a.low >>> 16) * b.low + Math.floor(first / QUARTER)
  return {
    high: (Math.floor(rest / QUARTER) + Math.imul(a.high, b.low) + Math.imul(a.low, b.high)) >>> 0,
    low: (((rest % QUARTER) << 16) | (first % QUARTER)) >>> 0,
  }
}

/** FNV-1a of "<luck>|<offer>", without putting a text together only to take it apart. */
function hashOf(luck: string, offer: string): Bits {
  return followed(followed(followed(FNV_OFFSET, luck), '|'), offer)
}

/** The hash of a text that goes on so. Whole numbers of 32 bits all the way: products of the halves' halves stay below 2^26. */
function followed(hash: Bits, text: string): Bits {
  let { high, low } = hash
  for (let at = 0; at < text.length; at++) {
    const character = text.codePointAt(at) ?? 0
    // A character beyond the first plane takes two places.
    if (character > 0xffff) at += 1
    const mixed = low ^ character
    const first = (mixed & 0xffff) * FNV_PRIME_LOW
    const second = (mixed >>> 16) * FNV_PRIME_LOW + (first >>> 16)
    low = (second << 16) | (first & 0xffff)
    high = (Math.imul(high, FNV_PRIME_LOW) + (second >>> 16) + (mixed << 8)) | 0
  }
  return { high: high >>> 0, low: low >>> 0 }
}
