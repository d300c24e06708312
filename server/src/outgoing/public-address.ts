import { BlockList, isIP } from 'node:net'

/**
 * Addresses that nothing of ours may call on a customer's word: of this machine, of private networks, of clouds' metadata, and all else that is not the public
 * internet (IANA special-purpose registries, RFC 6890).
 */
const NOT_PUBLIC = new BlockList()
const RANGES: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]
for (const [network, bits] of RANGES) NOT_PUBLIC.addSubnet(network, bits, 'ipv4')

/** Of IPv6 only what is given out to the public (2000::/3), less what carries an IPv4 address or is for documents. */
const GIVEN_OUT = new BlockList()
GIVEN_OUT.addSubnet('2000::', 3, 'ipv6')
const NOT_PUBLIC_V6 = new BlockList()
const RANGES_V6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]
for (const [network, bits] of RANGES_V6) NOT_PUBLIC_V6.addSubnet(network, bits, 'ipv6')

export interface Allowed {
  /** Networks of the operator's own that may be called all the same, such as "10.1.0.0/16". */
  readonly networks: readonly string[]
}

// Where clouds answer for the machine itself: never, whatever the operator allows.
const METADATA = new BlockList()
METADATA.addSubnet('169.254.0.0', 16, 'ipv4')
METADATA.addSubnet('fe80::', 10, 'ipv6')
METADATA.addAddress('fd00:ec2::254', 'ipv6')

/** Whether a connection may go to the address, which is one as sockets take it and no name. */
export function isReachable(address: string, { networks }: Allowed): boolean {
  const family = isIP(address)
  if (family === 0) return false
  const kind = family === 4 ? 'ipv4' : 'ipv6'
  // An IPv4 address written as IPv6 counts as what it stands for.
  if (METADATA.check(address, kind)) return false
  if (networks.length > 0 && allowList(networks).check(address, kind)) return true
  if (family === 4) return !NOT_PUBLIC.check(address, 'ipv4')
  return GIVEN_OUT.check(address, 'ipv6') && !NOT_PUBLIC_V6.check(address, 'ipv6')
}

function allowList(networks: readonly string[]): BlockList {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', bits = ''] = network.split('/')
    list.addSubnet(address, Number(bits), isIP(address) === 6 ? 'ipv6' : 'ipv4')
  }
  return list
}

/** Such as 10.1.0.0/16 or fd12::/16. */
export function isNetwork(text: string): boolean {
  const [address = '', bits = '', ...more] = text.split('/')
  const family = isIP(address)
  return (
    more.length === 0 && family !== 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128)
  )
}
