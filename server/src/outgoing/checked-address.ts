import { type LookupAddress, lookup as lookUpName } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { type Allowed, isReachable } from './public-address.ts'

export interface CheckOptions {
  readonly allowed: Allowed
  /** Looks names up; for tests. */
  readonly resolve?: ((host: string) => Promise<readonly LookupAddress[]>) | undefined
}

/** One address of the host, all of whose addresses may be called; otherwise an error that names the one that may not. */
export async function checkedAddress(
  host: string,
  { allowed, resolve = resolveAll }: CheckOptions,
): Promise<LookupAddress> {
  const family = isIP(host)
  const found = family === 0 ? await resolve(host) : [{ address: host, family }]
  const refused = found.find(({ address }) => !isReachable(address, allowed))
  if (refused) throw new Error(`${host} leads to ${refused.address}, which is no public address`)
  const [first] = found
  if (!first) throw new Error(`${host} has no address`)
  return first
}

/** Makes a connection go to the address that was checked, whatever the name says by now. */
export function pinnedTo(address: LookupAddress): LookupFunction {
  return (_host, { all }, found) =>
    all ? found(null, [address]) : found(null, address.address, address.family)
}

function resolveAll(host: string): Promise<LookupAddress[]> {
  return new Promise((resolve, reject) =>
    lookUpName(host, { all: true }, (error, found) => (error ? reject(error) : resolve(found))),
  )
}
