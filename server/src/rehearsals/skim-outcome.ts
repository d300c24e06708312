import type { StoredOutcome } from '../purchases/index.ts'

/** What of a stored outcome a replay needs. */
export type SkimmedOutcome = Pick<StoredOutcome, 'spends' | 'luck'> & {
  readonly awards: readonly { readonly offer: string; readonly amount: number }[]
}

const AWARDS = '{"awards":['
const OFFER = '{"offer":{"id":"'
const AMOUNT = '"amount":'
const SPENDS = '"spends":'
const LUCK = '"luck":'
const GUID_LENGTH = 36

/**
 * Reads a stored outcome. Its text is mostly what answers tell (pools, lots, dates, shares, counters); to parse all of it would
 * take most of the time of reading a history. So it is searched for the few names, in the order in which they were
 * written. None of them can stand inside a text, where a quote is written `\"`. An outcome in which something is
 * not as expected is parsed as a whole.
 */
export function skimOutcome(text: string): SkimmedOutcome {
  return skimmed(text) ?? parsed(text)
}

function skimmed(text: string): SkimmedOutcome | undefined {
  const end = text.indexOf(SPENDS)
  if (end < 0 || !text.startsWith(AWARDS)) return undefined
  const awards: { offer: string; amount: number }[] = []
  for (let at = text.indexOf(OFFER); at >= 0 && at < end; at = text.indexOf(OFFER, at)) {
    const id = at + OFFER.length
    at = text.indexOf(AMOUNT, id) + AMOUNT.length
    const amount = wholeAt(text, at)
    if (at < id || at > end || text[id + GUID_LENGTH] !== '"' || amount === undefined) return undefined
    awards.push({ offer: text.slice(id, id + GUID_LENGTH), amount })
  }
  const spends = spendsAt(text, end + SPENDS.length)
  const luck = text.indexOf(LUCK, end)
  return spends && { awards, spends, luck: luck < 0 ? undefined : wholeAt(text, luck + LUCK.length) }
}

/** The list that begins there: empty, or of objects that end with a list. */
function spendsAt(text: string, start: number): StoredOutcome['spends'] | undefined {
  if (text.startsWith('[]', start)) return []
  const end = text.indexOf(']}]', start)
  try {
    return JSON.parse(text.slice(start, end + 3))
  } catch {
    // A name that holds these three characters cut it short.
    return undefined
  }
}

const ZERO = 48

/** The whole number that is written there, if one is. */
function wholeAt(text: string, start: number): number | undefined {
  let value: number | undefined
  for (let at = start; at < text.length; at++) {
    const digit = text.charCodeAt(at) - ZERO
    if (digit < 0 || digit > 9) break
    value = (value ?? 0) * 10 + digit
  }
  return value
}

function parsed(text: string): SkimmedOutcome {
  const { awards, spends, luck }: StoredOutcome = JSON.parse(text)
  return { awards: awards.map(({ offer, amount }) => ({ offer: offer.id, amount })), spends, luck }
}
