import { randomInt } from 'node:crypto'
import { type ContactKey, type Country, normaliseEmail, normalisePhone } from '../contacts/index.ts'
import type { Command } from '../http/index.ts'
import { invalidField, missingField, notFound, type Refusal } from '../kit/error.ts'
import { idOf, newId, type PurchaseId, parseGuid } from '../kit/id.ts'
import { DAY, MINUTE } from '../kit/time.ts'
import type { Place, ReductionMethod } from '../organisations/index.ts'
import type { SpendToken } from '../tokens/index.ts'
import type { Catalogue, Classification } from './catalogue.ts'
import type { Purchase } from './purchase.ts'
import type { PurchaseBody } from './purchase-body.ts'
import { readAmounts, type SubmittedAmounts } from './submission.ts'

/** A purchase that waits for its turn. */
export interface PurchaseCommand {
  readonly command: Command
  readonly body: PurchaseBody
  readonly simulate: boolean
  readonly includeExplain: boolean
  /** Of the one-time code that came with it, once that was judged. */
  readonly token?: SpendToken | undefined
  /** Why the wallet code that came with it is good for no new purchase. */
  readonly codeRefusal?: Refusal | undefined
  /** What is due was agreed before it came here: no preference of the contact takes part. */
  readonly isAgreed?: boolean
  /** When its money was set aside for it, and counted against limits of the wallet; undefined: now. */
  readonly countedAt?: Date | undefined
  /** Its pass carried money, which the same transaction has put into the wallet. */
  readonly isPassRedeemed?: boolean
}

/** All of a request that can be known without the database: read, checked, and placed in the business tree. */
export interface PreparedPurchase extends PurchaseCommand {
  /** Given before the first try and kept over every other, so that a try whose commit was not heard of is recognised. */
  readonly id: PurchaseId
  /** A transaction with this purchase was begun before and its end is not known. */
  readonly triedBefore: boolean
  /** Of the catalogue that it was prepared by. */
  readonly revision: bigint
  readonly place: Place
  readonly amounts: SubmittedAmounts
  readonly contact: ContactKey | undefined
  readonly contactName: string
  /** When it was bought: offers, windows and balances are those of this time. */
  readonly date: Date
  /** Why the merchant takes no new purchase of that date; who asks again about one that was taken gets its answer. */
  readonly dateRefusal: Refusal | undefined
  readonly currency: string
  readonly reductionMethod: ReductionMethod
  readonly classification: ClassificationWanted | undefined
  readonly pass: { readonly code: string; readonly pin: string | undefined } | undefined
  /** What lotteries draw from: drawn before anybody can know which purchase it falls to. */
  readonly luck: number
  /** The purchase of nobody that a contact claims: judged as it is stored. */
  readonly claims?: Purchase | undefined
}

export type ClassificationWanted =
  | { readonly known: Classification }
  | { readonly unknown: { readonly code: string; readonly name: string } }

/** Refuses what is wrong in the request itself; nothing is locked or asked for it. */
export function preparePurchase(waiting: PurchaseCommand, catalogue: Catalogue): PreparedPurchase {
  const { body, command } = waiting
  const place = catalogue.directory.placeOf(body.organisation ?? {}, command.actor.within)
  const currency = body.currency_code ?? catalogue.currency
  if (currency !== catalogue.currency) {
    throw invalidField('currency_code', currency, `this business keeps its books in ${catalogue.currency}`)
  }
  const contact = body.contact && buyerKeyOf(body.contact, waiting.token, catalogue.home)
  if (!contact && body.spend_request) {
    throw invalidField(
      'spend_request',
      'sent without a contact',
      'identify the contact, or leave spend_request out',
    )
  }
  refuseRedeem(body, contact !== undefined, place)
  if (!contact && passOf(body)) {
    throw invalidField('pass', 'sent without a contact', 'identify the contact, or leave the pass out')
  }
  return {
    ...waiting,
    id: body.id === undefined ? newId<PurchaseId>() : idOf<PurchaseId>(body.id),
    triedBefore: false,
    revision: catalogue.revision,
    place,
    currency,
    amounts: readAmounts(body, currency),
    contact: contact?.key,
    contactName: contact?.name ?? '',
    date: body.date ?? command.at,
    dateRefusal: refusedDate(body.date, command.at, place),
    reductionMethod: body.reduction_method ?? place.settings.reductionMethod,
    classification: body.classification && classificationOf(body.classification, catalogue),
    pass: passOf(body),
    luck: drawLuck(),
  }
}

function refuseRedeem({ redeem_request: sent }: PurchaseBody, isKnown: boolean, { settings }: Place): void {
  if (!sent) return
  if (!isKnown) {
    throw invalidField(
      'redeem_request',
      'sent without a contact',
      'identify the contact, or leave redeem_request out',
    )
  }
  if (settings.redeemMethod !== 'ON_SPEND') return
  throw invalidField(
    'redeem_request',
    'sent where redeem_method is ON_SPEND',
    'set redeem_method of the merchant or the business to ON_REQUEST or AUTOMATIC, or leave it out',
  )
}

// The most that the machine's random source draws at once.
const LUCK = 2 ** 48 - 1

export function drawLuck(): number {
  return randomInt(LUCK)
}

function passOf({ pass, pass_code }: PurchaseBody): PreparedPurchase['pass'] {
  if (pass && pass_code !== undefined && pass.code !== pass_code) {
    throw invalidField('pass_code', pass_code, `it says the same as pass.code, which is "${pass.code}"`)
  }
  const code = pass?.code ?? pass_code
  return code === undefined ? undefined : { code, pin: pass?.pin }
}

/** A one-time code says who buys; where the till says it too, that counts and the code has to be theirs. */
function buyerKeyOf(
  { otp, ...named }: NonNullable<PurchaseBody['contact']>,
  token: SpendToken | undefined,
  home: Country | undefined,
): NamedContact | { readonly key: undefined; readonly name: string } {
  const isNamed = Object.values(named).some((value) => value !== undefined)
  if (isNamed || otp === undefined) return contactKeyOf(named, home)
  return { key: token && { by: 'ID', id: token.contact }, name: 'otp' }
}

type BodyContact = Omit<NonNullable<PurchaseBody['contact']>, 'otp'>

export interface NamedContact {
  readonly key: ContactKey
  readonly name: string
}

/** The one identification of the request; several that might disagree are refused. */
export function contactKeyOf(contact: BodyContact, home: Country | undefined): NamedContact {
  const given = Object.entries(contact).filter(
    (entry): entry is [keyof BodyContact, string] => entry[1] !== undefined,
  )
  const [first, second] = given
  if (!first)
    throw missingField(
      'contact',
      'send one of id, code, cim, wallet_code, phone, email, loyalty_identifier; a purchase also otp',
    )
  if (second)
    throw invalidField(
      'contact',
      `identified by ${first[0]} and ${second[0]}`,
      'send one means of identification',
    )
  const [field, value] = first
  return { key: keyOf(field, value, home), name: value }
}

function keyOf(field: keyof BodyContact, value: string, home: Country | undefined): ContactKey {
  const named = (kind: Extract<ContactKey, { by: 'IDENTIFIER' }>['kind'], text = value): ContactKey => ({
    by: 'IDENTIFIER',
    kind,
    value: text,
  })
  switch (field) {
    case 'id': {
      const id = parseGuid(value)
      return id === undefined ? named('CODE') : { by: 'ID', id }
    }
    case 'code':
      return named('CODE')
    case 'wallet_code':
      return named('WALLET_CODE')
    case 'phone':
      return named('PHONE', normalisePhone(value, home) ?? value)
    case 'email':
      return named('EMAIL', normaliseEmail(value) ?? value)
    case 'loyalty_identifier':
      return named('LOYALTY')
    case 'cim':
      return named(undefined)
  }
}

export function acceptedDate(sent: Date | undefined, now: Date, place: Place): Date {
  const problem = refusedDate(sent, now, place)
  if (problem) throw problem
  return sent ?? now
}

function refusedDate(sent: Date | undefined, now: Date, { settings }: Place): Refusal | undefined {
  if (!sent) return undefined
  const oldest = now.getTime() - settings.acceptsDaysBack * DAY
  const newest = now.getTime() + settings.acceptsMinutesAhead * MINUTE
  if (sent.getTime() < oldest) {
    return invalidField(
      'date',
      sent.toISOString(),
      `this merchant accepts purchases of the last ${settings.acceptsDaysBack} days`,
    )
  }
  if (sent.getTime() > newest) {
    return invalidField(
      'date',
      sent.toISOString(),
      `it may be at most ${settings.acceptsMinutesAhead} minutes ahead of ${now.toISOString()}`,
    )
  }
  return undefined
}

type BodyClassification = NonNullable<PurchaseBody['classification']>

export function classificationOf(
  { id, code, name }: BodyClassification,
  { classifications }: Catalogue,
): ClassificationWanted {
  if (id !== undefined) {
    const guid = parseGuid(id)
    const known = [...classifications.values()].find((each) => each.id === guid)
    if (!known) throw notFound('classification', id)
    return { known }
  }
  const wanted = code ?? name
  if (wanted === undefined) throw missingField('classification.name', 'or send its id or code')
  const known =
    classifications.get(wanted) ?? [...classifications.values()].find((each) => each.name === name)
  if (known) return { known }
  if (name === undefined) throw notFound('classification', wanted)
  return { unknown: { code: wanted, name } }
}
