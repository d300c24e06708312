import { type Offer, plainVoice, saysAward } from '../../engine/index.ts'
import { minorOfWire } from '../../kit/money.ts'
import { greek, pieces } from './greek.ts'
import { amount, form, number, oneOf, percent, type Reader } from './read-english.ts'

const PICKS = {
  cheapest: ['του φθηνότερου τεμαχίου', 'φθηνότερων'],
  dearest: ['του ακριβότερου τεμαχίου', 'ακριβότερων'],
} as const

function picked(count: string, pick: string): string {
  const [one, many] = PICKS[pick === 'dearest' ? 'dearest' : 'cheapest']
  return count === '1' ? one : `των ${count} ${many} τεμαχίων`
}

const plain: Reader = oneOf(
  amount,
  form(/^nothing for (.+)$/, [amount], (base) => `τίποτα για ${base}`),
  form(
    /^(\d+) times (.+) for (.+)$/,
    [number, amount, amount],
    (times, each, base) => `${often(times)} ${each} για ${base}`,
  ),
  form(/^(\d+) times (.+)$/, [number, amount], (times, each) => `${often(times)} ${each}`),
  form(
    /^(.+ %) of (\d+(?:\.\d+)?) (cheapest|dearest) for (.+)$/,
    [percent, number, (text) => text, amount],
    (rate, count, pick, worth) => `${rate} ${picked(count, pick)}, αξίας ${worth}`,
  ),
  form(/^(.+ %) of (.+)$/, [percent, amount], (rate, base) => `${rate} επί ${base}`),
  form(/^(.+) for (.+)$/, [amount, amount], (given, base) => `${given} για ${base}`),
)

function often(times: string): string {
  return `${times} ${times === '1' ? 'φορά' : 'φορές'}`
}

const capped: Reader = oneOf(
  form(/^(.+), capped at (.+)$/, [plain, amount], (formula, cap) => `${formula}, με όριο ${cap}`),
  plain,
)

const billed: Reader = oneOf(
  form(
    /^(.+), less (.+) of the bill's parts before$/,
    [capped, capped],
    (whole, before) => `${whole}, μείον ${before} για τα προηγούμενα μέρη του λογαριασμού`,
  ),
  capped,
)

/** How an award came about, in Greek: "5% επί 12,00 EUR"; what cannot be read stays as it was written. */
export function formulaInGreek(says: string): string {
  return billed(says) ?? says
}

interface NearMiss {
  readonly version: number
  readonly says: string
  readonly amount: number
}

/** "1,40 EUR ακόμα για επιστροφή 10%"; what an earlier version promised, by its amount. */
export function nearMissInGreek(
  { version, says, amount: given }: NearMiss,
  currency: string,
  offer: Pick<Offer, 'version' | 'terms'> | undefined,
): string {
  const [, added = ''] = /^(.+?) more for /.exec(says) ?? []
  const more = oneOf(amount, form(/^(\d+(?:\.\d+)?)$/, [number], pieces))(added)
  if (more === undefined) return says
  const { terms } = offer?.version === version ? offer : {}
  const way = terms?.redeem_method === 'INSTANT' ? 'off' : 'back'
  const award = terms
    ? saysAward(terms.award, { ...plainVoice(currency), words: greek }, way)
    : greek.money(minorOfWire(given, currency), currency)
  return `${more} ακόμα για ${award}`
}
