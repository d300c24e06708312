import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor, Mode } from '../kit/actor.ts'
import { type Buckets, openBuckets, type Policy } from './buckets.ts'
import { addressOf } from './caller.ts'
import type { Endpoint } from './endpoint.ts'
import { TooManyRequests } from './replies.ts'

/** How much each caller may ask of one process. */
export interface RateLimits {
  /** For each key or person, reads and everything else apart. */
  readonly LIVE: { readonly read: Policy; readonly write: Policy }
  readonly TEST: { readonly read: Policy; readonly write: Policy }
  /** For each address: calls without a key, and with one that is not known. */
  readonly address: Policy
}

export interface Limiter {
  /** Counts a request of a known caller, and says on the answer what is left. */
  admit(actor: Actor, endpoint: Endpoint, reply: FastifyReply): void
  /** Counts a request of whoever is not known. */
  admitStranger(request: FastifyRequest, reply: FastifyReply): void
  /** The stranger turned out to be known. */
  welcome(request: FastifyRequest): void
  /** Rows of a body of many, after they were read. */
  chargeRows(actor: Actor, rows: number): void
}

const ROWS_OF_A_REQUEST = 100

/** Counts in memory: nothing is asked of the database, and each process counts for itself. */
export function openLimiter(limits: RateLimits, now: () => number = () => performance.now()): Limiter {
  const of = (mode: Mode) => ({
    read: counted('read', limits[mode].read, now),
    write: counted('write', limits[mode].write, now),
  })
  const known = { LIVE: of('LIVE'), TEST: of('TEST') }
  const addresses = counted('address', limits.address, now)
  return {
    admit(actor, { effect }, reply) {
      take(known[actor.mode][effect === 'reads' ? 'read' : 'write'], ownerOf(actor), reply)
    },
    admitStranger: (request, reply) => take(addresses, networkOf(addressOf(request)), reply),
    welcome: (request) => addresses.buckets.giveBack(networkOf(addressOf(request))),
    chargeRows: (actor, rows) =>
      known[actor.mode].write.buckets.charge(ownerOf(actor), Math.floor(rows / ROWS_OF_A_REQUEST)),
  }
}

/** Where nothing is limited. */
export const unlimited: Limiter = { admit() {}, admitStranger() {}, welcome() {}, chargeRows() {} }

interface Counted {
  readonly name: string
  readonly policy: Policy
  /** As the header says it. */
  readonly says: string
  readonly buckets: Buckets
}

function counted(name: string, policy: Policy, now: () => number): Counted {
  return {
    name,
    policy,
    says: `"${name}";q=${policy.quota};w=${policy.seconds}`,
    buckets: openBuckets(policy, now),
  }
}

// The headers of draft-ietf-httpapi-ratelimit-headers.
function take({ name, policy, says, buckets }: Counted, owner: string, reply: FastifyReply): void {
  const { isTaken, left, fullIn, nextIn } = buckets.take(owner)
  reply.header('ratelimit-policy', says).header('ratelimit', `"${name}";r=${left};t=${fullIn}`)
  if (isTaken) return
  const { quota, seconds } = policy
  const retryAfterSeconds = Math.max(1, Math.ceil(nextIn))
  throw TooManyRequests({
    parameters: [name, String(quota), String(seconds)],
    detail: `More than ${quota} within ${seconds} s of the kind "${name}" came from ${name === 'address' ? 'this address' : 'this key'}; wait ${retryAfterSeconds} s.`,
    retryAfterSeconds,
  })
}

function ownerOf({ tenant, by }: Actor): string {
  return by.kind === 'nobody' ? `${tenant}` : `${tenant} ${by.id}`
}

const V6_NETWORK_GROUPS = 4

/** One machine has all addresses of its network of version 6, which has 64 bits. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const [head = '', tail] = address.split('::')
  const groups = head === '' ? [] : head.split(':')
  if (tail === undefined) return groups.slice(0, V6_NETWORK_GROUPS).join(':')
  const last = tail === '' ? [] : tail.split(':')
  const zeros = Array.from({ length: 8 - groups.length - last.length }, () => '0')
  return [...groups, ...zeros, ...last].slice(0, V6_NETWORK_GROUPS).join(':')
}
