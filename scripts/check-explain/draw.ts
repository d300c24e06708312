const BITS_64 = 2n ** 64n

/**
 * What an offer draws for a purchase, from 0 to one below `of`: FNV-1a of 64 bits over "<luck>|<offer>", finished with the mixer of
 * MurmurHash3; the remainder is the draw.
 */
export function drawn(luck: number, offer: string, of: bigint): bigint {
  let hash = 14695981039346656037n
  for (const byte of Buffer.from(`${luck}|${offer}`, 'ascii')) {
    hash = ((hash ^ BigInt(byte)) * 1099511628211n) % BITS_64
  }
  hash = ((hash ^ (hash / 2n ** 33n)) * 18397679294719823053n) % BITS_64
  hash = ((hash ^ (hash / 2n ** 33n)) * 14181476777654086739n) % BITS_64
  return (hash ^ (hash / 2n ** 33n)) % of
}
