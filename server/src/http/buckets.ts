/** So many requests within so many seconds: the quota may be sent at once and comes back evenly. */
export interface Policy {
  readonly quota: number
  readonly seconds: number
}

export interface Taken {
  readonly isTaken: boolean
  /** What is left after it, whole requests. */
  readonly left: number
  /** Seconds until all of the quota is there again. */
  readonly fullIn: number
  /** Seconds until one more is taken, if nobody else asks. */
  readonly nextIn: number
}

export interface Buckets {
  /** Takes one, or nothing where none is left. */
  take(owner: string): Taken
  giveBack(owner: string): void
  /** Takes for work that was taken on already: what is owed is waited for by those who come next. */
  charge(owner: string, cost: number): void
}

interface Bucket {
  left: number
  at: number
}

const MOST_BUCKETS = 100_000
const MS = 1_000

/** A bucket for each owner, in the memory of this process. `now` is in milliseconds and never steps back. */
export function openBuckets({ quota, seconds }: Policy, now: () => number): Buckets {
  const buckets = new Map<string, Bucket>()
  const each = (seconds * MS) / quota

  const filled = (owner: string): Bucket => {
    const at = now()
    const there = buckets.get(owner)
    if (there) {
      there.left = Math.min(quota, there.left + (at - there.at) / each)
      there.at = at
      return there
    }
    if (buckets.size >= MOST_BUCKETS) makeRoom(at)
    const bucket = { left: quota, at }
    buckets.set(owner, bucket)
    return bucket
  }

  // One that would be full says nothing; if all say something, the oldest owner begins anew.
  const makeRoom = (at: number): void => {
    for (const [owner, { left, at: since }] of buckets)
      if (left + (at - since) / each >= quota) buckets.delete(owner)
    const [oldest] = buckets.keys()
    if (buckets.size >= MOST_BUCKETS && oldest !== undefined) buckets.delete(oldest)
  }

  return {
    take(owner) {
      const bucket = filled(owner)
      const isTaken = bucket.left >= 1
      if (isTaken) bucket.left -= 1
      const { left } = bucket
      return {
        isTaken,
        left: Math.max(0, Math.floor(left)),
        fullIn: Math.ceil(((quota - left) * each) / MS),
        nextIn: left >= 1 ? 0 : ((1 - left) * each) / MS,
      }
    },
    giveBack(owner) {
      const bucket = filled(owner)
      bucket.left = Math.min(quota, bucket.left + 1)
    },
    charge(owner, cost) {
      filled(owner).left -= cost
    },
  }
}
