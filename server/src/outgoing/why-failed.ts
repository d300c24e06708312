import { SECOND } from '../kit/time.ts'

/** What became of a connection, by the word that programs have for it. */
const SAYS: Readonly<Record<string, (from: Facts) => string>> = {
  ENOTFOUND: ({ name }) => `${name} is not known`,
  EAI_AGAIN: ({ name }) => `${name} could not be looked up just now`,
  ECONNREFUSED: ({ at }) => `the connection was refused${at}`,
  ECONNRESET: () => 'the connection was cut before there was an answer',
  EPIPE: () => 'the connection was cut before all was sent',
  ETIMEDOUT: ({ at }) => `nobody answered${at}`,
  EHOSTUNREACH: ({ at }) => `nobody could be reached${at}`,
  ENETUNREACH: ({ at }) => `nobody could be reached${at}`,
  EPROTO: () => 'no secure connection could be made: it speaks no TLS, or another version of it',
  CERT_HAS_EXPIRED: () => 'its certificate has expired',
  CERT_NOT_YET_VALID: () => 'its certificate is not valid yet',
  CERT_REVOKED: () => 'its certificate was revoked',
  ERR_TLS_CERT_ALTNAME_INVALID: () => 'its certificate is for another name',
  DEPTH_ZERO_SELF_SIGNED_CERT: () => 'its certificate is signed by itself, by nobody who is trusted',
  SELF_SIGNED_CERT_IN_CHAIN: () => 'its certificate leads to nobody who is trusted',
  UNABLE_TO_GET_ISSUER_CERT: () => 'its certificate leads to nobody who is trusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: () => 'its certificate leads to nobody who is trusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: () =>
    'its certificate leads to nobody who is trusted: one in between is missing',
}

interface Facts {
  readonly name: string
  /** At which address, where it is known. */
  readonly at: string
}

export function noAnswerWithin(ms: number): string {
  return `no answer within ${ms / SECOND} s`
}

/** Why something did not get there: in words, with the word of programs behind them; what is not known by its code as it says itself. */
export function whyFailed(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error)
  const code = codeOf(error, said)
  const says = SAYS[code]
  if (says) return `${says(factsOf(error))} (${code})`
  if (code.startsWith('HPE_')) return `what came back is not HTTP (${code})`
  return code.startsWith('ERR_SSL_') ? `no secure connection could be made (${code})` : said
}

/** Some libraries put a name of their own in its place, and leave the code in the text. */
function codeOf(error: unknown, said: string): string {
  const code = fieldOf(error, 'code')
  if (typeof code === 'string' && isKnown(code)) return code
  return said.match(/\b[A-Z][A-Z_]+\b/g)?.find(isKnown) ?? ''
}

function isKnown(code: string): boolean {
  return Object.hasOwn(SAYS, code) || code.startsWith('HPE_') || code.startsWith('ERR_SSL_')
}

function factsOf(error: unknown): Facts {
  const [hostname, address, port] = ['hostname', 'address', 'port'].map((name) => fieldOf(error, name))
  const at = address === undefined ? '' : ` at ${address}${port === undefined ? '' : `, port ${port}`}`
  return { name: hostname === undefined ? 'its name' : `the name ${hostname}`, at }
}

function fieldOf(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined
}
