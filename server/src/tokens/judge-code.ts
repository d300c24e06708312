import { type ContactKey, findContacts } from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import { record } from '../events/index.ts'
import { invalidField, notFound, type Refusal } from '../kit/error.ts'
import { derivedId, type OrganisationId } from '../kit/id.ts'
import { later, MINUTE } from '../kit/time.ts'
import { codeIsDead, refusalPretended, tillMustWait } from './refuse-code.ts'
import { MOST_WRONG, type SpendToken } from './token.ts'
import { type HashCode, kindOfCode, plainCode } from './token-code.ts'
import { tokenWithCode } from './tokens.store.ts'
import {
  countAgainst,
  countAgainstAll,
  saveTriesOfTill,
  type TillTries,
  triesOfTill,
  wrongCodes,
} from './wrong-codes.store.ts'

/** A code that a till sent. */
export interface SentCode {
  readonly code: string
  /** Whom the till says it is of, if it says. */
  readonly contact: { readonly key: ContactKey; readonly name: string } | undefined
  /** The merchant or venue for which the caller sent it. */
  readonly place: OrganisationId
}

const TILL_WAITS_MS = 15 * MINUTE

/**
 * Finds the token of a code, counting codes that are wrong. The answer and its count are one step under the business's lock, so no more
 * than five guesses are ever answered while a code lives, however many arrive at once and wherever; and the count stays when what
 * the till wanted is refused. So a refusal is an answer here, not thrown.
 */
export async function judgeCode(work: Work, sent: SentCode, hash: HashCode): Promise<SpendToken | Refusal> {
  const code = plainCode(sent.code)
  const kind = kindOfCode(code)
  if (!kind) {
    return invalidField('contact.otp', `${code.length} characters`, '6 or 16 digits are needed')
  }
  const pretended = refusalPretended(work, code)
  if (pretended) return pretended
  const total = await wrongCodes(work, { hold: true })
  const till = tillOf(work, sent)
  const tries = await triesOfTill(work, till)
  if (tries && isWaiting(tries, work.at))
    return tillMustWait(tries.tries, later(tries.since, TILL_WAITS_MS), work.at)

  const named = sent.contact && (await contactNamed(work, sent.contact.key))
  if (sent.contact && !named) return notFound('contact', sent.contact.name)
  const column = kind === 'TYPED' ? 'code_hash' : 'alternative_hash'
  const token = await tokenWithCode(work, { column, hash: hash(work.actor.tenant, code) })
  if (token && (named === undefined || named.id === token.contact)) {
    return kind === 'TYPED' && token.deadAt && token.state === 'LIVE' ? codeIsDead() : token
  }
  await countAtTill(work, { till, tries, place: sent.place })
  const dead =
    named !== undefined
      ? await countAgainst(work, named.id, total)
      : kind === 'TYPED'
        ? await countAgainstAll(work, total)
        : []
  for (const id of dead) await record(work, 'token.blocked', id)
  // Which code it was is not repeated: it may be the right one with a digit mistyped.
  return notFound('otp', kind === 'TYPED' ? '******' : '****************')
}

/** Whoever holds the key, for each merchant or venue that they speak for. */
function tillOf({ actor }: Work, { place }: SentCode): string {
  const { by } = actor
  return derivedId('till', by.kind, 'id' in by ? by.id : '', place)
}

async function contactNamed({ sql, actor }: Work, key: ContactKey) {
  const [found = []] = await findContacts(sql, [{ tenant: actor.tenant, key }])
  return found.length === 1 ? found[0] : undefined
}

function isWaiting({ tries, since }: TillTries, at: Date): boolean {
  return tries >= MOST_WRONG && later(since, TILL_WAITS_MS) > at
}

interface AtTill {
  readonly till: string
  readonly tries: TillTries | undefined
  readonly place: OrganisationId
}

async function countAtTill(work: Work, { till, tries, place }: AtTill): Promise<void> {
  const goesOn = tries && later(tries.since, TILL_WAITS_MS) > work.at
  const counted = goesOn ? { tries: tries.tries + 1, since: tries.since } : { tries: 1, since: work.at }
  await saveTriesOfTill(work, { till, ...counted })
  if (counted.tries === MOST_WRONG) await record(work, 'till.blocked', place)
}
