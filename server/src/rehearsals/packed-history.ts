import type { BasketLine } from '../engine/index.ts'
import { type ClassificationId, type ContactId, idOf, type OrganisationId } from '../kit/id.ts'
import { present } from '../kit/invariant.ts'
import { remembered } from '../kit/remembered.ts'
import { tenderTypes } from '../kit/tender.ts'
import type { BoughtBefore, PurchaseDetails, StoredLine } from '../purchases/index.ts'
import type { HistoryRow } from './history.store.ts'
import type { PackedPage } from './packed-bytes.ts'
import type { PastAward } from './replay-history.ts'
import { type SkimmedOutcome, skimOutcome } from './skim-outcome.ts'

/** A past purchase as it was stored, with what was paid of each line by spends, and what it was awarded. */
export interface PastRow extends BoughtBefore {
  readonly id: string
  readonly decided: bigint
  readonly isPaidInFull: boolean
  readonly pass: string | undefined
  readonly luck: number | undefined
  readonly spent: readonly bigint[]
  readonly awarded: readonly PastAward[]
}

const NONE = -1
const MOST_TEXTS = 500_000

export function packPage(rows: readonly HistoryRow[]): PackedPage {
  const places = new Map<string, number>()
  const numbers: number[] = []
  const text = (value: string | null | undefined) => {
    if (value === null || value === undefined) return NONE
    const there = places.get(value)
    if (there !== undefined) return there
    places.set(value, places.size)
    return places.size - 1
  }
  const named = rows.map((row) => packRow(row, { numbers, text }))
  return {
    ids: rows.map(({ id }) => id),
    contacts: eachOnce(named.map(({ contact }) => contact)),
    passes: eachOnce(named.map(({ pass }) => pass)),
    texts: [...places.keys()],
    numbers: Float64Array.from(numbers),
  }
}

function eachOnce(names: readonly (string | null | undefined)[]): string[] {
  return [...new Set(names)].filter((name) => name !== null && name !== undefined)
}

interface Packing {
  readonly numbers: number[]
  readonly text: (value: string | null | undefined) => number
}

// Everything is read again in the order in which it is written here.

/** Answers who and what it names that there is more to be known of. */
function packRow(row: HistoryRow, packing: Packing) {
  const { numbers, text } = packing
  const details = detailsOf(row.details)
  const tenders = tenderTypes(details.tender)
  const outcome = skimOutcome(row.outcome)
  const lines: readonly StoredLine[] = JSON.parse(row.lines)
  numbers.push(
    Number(row.decided),
    row.reduction_method === 'BACK_END' ? 1 : 0,
    text(row.contact_id),
    text(row.merchant_id),
    text(row.venue_id),
    text(row.classification_id),
    text(row.currency),
    Number(row.total),
    Number(row.discount ?? 0n),
    row.date.getTime(),
    row.claimed_at?.getTime() ?? NONE,
    text(details.channel),
    text(details.payment_medium_identifier),
    text(details.pass),
    text(details.bill?.reference),
    Number(details.bill?.total ?? 0),
    outcome.luck ?? NONE,
    tenders.length,
    ...tenders.map(text),
  )
  packLines(lines, packing)
  packOutcome(outcome, lines.length, packing)
  return { contact: row.contact_id, pass: details.pass }
}

const NO_DETAILS: PurchaseDetails = {}

function detailsOf(text: string | null): PurchaseDetails {
  return text === null ? NO_DETAILS : parsedDetails(text)
}

/** Most tills tell the same few with every purchase. */
const parsedDetails = remembered((text): PurchaseDetails => JSON.parse(text))

// What is true of a line; few lead anywhere, so that the others have no number for it.
const EARNS = 1
const LEADS = 2

function packLines(lines: readonly StoredLine[], { numbers, text }: Packing): void {
  numbers.push(lines.length)
  for (const { sku, leads, family, brand, type, quantity, gross, net, earns } of lines) {
    numbers.push(text(sku), text(family), text(brand), text(type))
    numbers.push(quantity, gross, net, (earns === false ? 0 : EARNS) + (leads === undefined ? 0 : LEADS))
    if (leads !== undefined) numbers.push(text(leads))
  }
}

function packOutcome({ awards, spends }: SkimmedOutcome, lines: number, { numbers, text }: Packing): void {
  const onRequest = spends.filter(({ method }) => method !== 'INSTANT')
  const spent = onRequest.length === 0 ? 0 : lines
  numbers.push(spent)
  for (let line = 0; line < spent; line++) {
    numbers.push(onRequest.reduce((all, spend) => all + (spend.lines[line] ?? 0), 0))
  }
  numbers.push(awards.length)
  for (const { offer, amount } of awards) numbers.push(text(offer), amount)
}

/**
 * Unpacks pages, each row only when it is its turn, as it is done with soon. What several pages name is one text, so that it is
 * looked up by a text that was seen before.
 */
export function historyUnpacker(mostTexts = MOST_TEXTS): (page: PackedPage) => Generator<PastRow> {
  const known = new Map<string, string>()
  const once = (text: string) => {
    const there = known.get(text)
    if (there !== undefined) return there
    known.set(text, text)
    return text
  }
  return function* ({ ids, numbers, texts }) {
    if (known.size > mostTexts) known.clear()
    const reading: Reading = { numbers, texts: texts.map(once), at: 0 }
    for (const id of ids) yield unpackRow(id, reading)
  }
}

interface Reading {
  readonly numbers: Float64Array
  readonly texts: readonly string[]
  at: number
}

function next(reading: Reading): number {
  const value = reading.numbers[reading.at] ?? NONE
  reading.at += 1
  return value
}

function text(reading: Reading): string | undefined {
  const place = next(reading)
  return place === NONE ? undefined : present(reading.texts[place], 'a page has the texts that it names')
}

function unpackRow(id: string, reading: Reading): PastRow {
  const decided = BigInt(next(reading))
  const isPaidInFull = next(reading) === 1
  const contact = idIf<ContactId>(text(reading))
  const merchant = idOf<OrganisationId>(text(reading) ?? '')
  const venue = idIf<OrganisationId>(text(reading))
  const classification = idIf<ClassificationId>(text(reading))
  const currency = text(reading) ?? ''
  const total = BigInt(next(reading))
  const discount = BigInt(next(reading))
  const date = new Date(next(reading))
  const claimedAt = next(reading)
  const channel = text(reading)
  const paymentMedium = text(reading)
  const pass = text(reading)
  const reference = text(reading)
  const ofBill = BigInt(next(reading))
  const luck = next(reading)
  return {
    id,
    decided,
    isPaidInFull,
    contact,
    merchant,
    venue,
    classification,
    currency,
    total,
    discount,
    date,
    claimedAt: claimedAt === NONE ? undefined : new Date(claimedAt),
    channel,
    paymentMedium,
    pass,
    bill: reference === undefined ? undefined : { reference, total: ofBill },
    luck: luck === NONE ? undefined : luck,
    tenders: listOf(reading, unpackTender),
    lines: listOf(reading, unpackLine),
    spent: listOf(reading, unpackAmount),
    awarded: listOf(reading, unpackAward),
  }
}

function unpackTender(reading: Reading): string {
  return text(reading) ?? ''
}

function unpackLine(reading: Reading): BasketLine {
  const line = {
    sku: text(reading) ?? '',
    family: text(reading) ?? null,
    brand: text(reading) ?? null,
    type: text(reading) ?? null,
    quantity: BigInt(next(reading)),
    gross: BigInt(next(reading)),
    net: BigInt(next(reading)),
  }
  const is = next(reading)
  const earns = (is & EARNS) !== 0
  return is & LEADS ? { ...line, leadsTo: text(reading) ?? '', earns } : { ...line, earns }
}

function unpackAmount(reading: Reading): bigint {
  return BigInt(next(reading))
}

function unpackAward(reading: Reading): PastAward {
  return { offer: text(reading) ?? '', amount: BigInt(next(reading)) }
}

/** How many there are, and each of them. */
function listOf<Each>(reading: Reading, each: (reading: Reading) => Each): Each[] {
  const length = next(reading)
  const list: Each[] = []
  for (let index = 0; index < length; index++) list.push(each(reading))
  return list
}

function idIf<Id extends string>(text: string | undefined): Id | undefined {
  return text === undefined ? undefined : idOf<Id>(text)
}
