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

export function packPage(rows: readonly HistoryRow[]): PackedPage {
  const packing: Packing = { amounts: [], numbers: [], names: [], places: new Map() }
  const named = rows.map((row) => packRow(row, packing))
  return {
    ids: rows.map(({ id }) => id),
    contacts: eachOnce(named.map(({ contact }) => contact)),
    passes: eachOnce(named.map(({ pass }) => pass)),
    texts: [...packing.places.keys()],
    amounts: BigInt64Array.from(packing.amounts),
    numbers: Float64Array.from(packing.numbers),
    names: Int32Array.from(packing.names),
  }
}

function eachOnce(places: readonly number[]): number[] {
  return [...new Set(places)].filter((place) => place !== NONE)
}

interface Packing {
  readonly amounts: bigint[]
  readonly numbers: number[]
  readonly names: number[]
  /** Of the texts. */
  readonly places: Map<string, number>
}

/** The place of the text, which it is given if it has none. */
function placeOf(value: string | null | undefined, { places }: Packing): number {
  if (value === null || value === undefined) return NONE
  const there = places.get(value)
  if (there !== undefined) return there
  places.set(value, places.size)
  return places.size - 1
}

// Amounts, numbers and names are each read again in the order in which they are written here.

/** Answers who and what it names that there is more to be known of. */
function packRow(row: HistoryRow, packing: Packing) {
  const { amounts, numbers, names } = packing
  const details = detailsOf(row.details)
  const tenders = tenderTypes(details.tender)
  const outcome = skimOutcome(row.outcome)
  const lines: readonly StoredLine[] = JSON.parse(row.lines)
  const text = (value: string | null | undefined) => placeOf(value, packing)
  const [contact, pass] = [text(row.contact_id), text(details.pass)]
  amounts.push(row.decided, row.total, row.discount ?? 0n, BigInt(details.bill?.total ?? 0))
  names.push(contact, text(row.merchant_id), text(row.venue_id), text(row.classification_id))
  names.push(text(row.currency), text(details.channel), text(details.payment_medium_identifier), pass)
  names.push(text(details.bill?.reference), ...tenders.map(text))
  numbers.push(
    row.reduction_method === 'BACK_END' ? 1 : 0,
    row.date.getTime(),
    row.claimed_at?.getTime() ?? NONE,
    outcome.luck ?? NONE,
    tenders.length,
  )
  packLines(lines, packing)
  packOutcome(outcome, lines.length, packing)
  return { contact, pass }
}

const NO_DETAILS: PurchaseDetails = {}

function detailsOf(text: string | null): PurchaseDetails {
  return text === null ? NO_DETAILS : parsedDetails(text)
}

/** Most tills tell the same few with every purchase. */
const parsedDetails = remembered((text): PurchaseDetails => JSON.parse(text))

// What is true of a line; few lead anywhere, so that the others have no name for it.
const EARNS = 1
const LEADS = 2

function packLines(lines: readonly StoredLine[], packing: Packing): void {
  const { amounts, numbers, names } = packing
  numbers.push(lines.length)
  for (const { sku, leads, family, brand, type, quantity, gross, net, earns } of lines) {
    for (const name of [sku, family, brand, type]) names.push(placeOf(name, packing))
    amounts.push(BigInt(quantity), BigInt(gross), BigInt(net))
    numbers.push((earns === false ? 0 : EARNS) + (leads === undefined ? 0 : LEADS))
    if (leads !== undefined) names.push(placeOf(leads, packing))
  }
}

function packOutcome({ awards, spends }: SkimmedOutcome, lines: number, packing: Packing): void {
  const { amounts, numbers, names } = packing
  const onRequest = spends.filter(({ method }) => method !== 'INSTANT')
  const spent = onRequest.length === 0 ? 0 : lines
  numbers.push(spent, awards.length)
  for (let line = 0; line < spent; line++) {
    amounts.push(BigInt(onRequest.reduce((all, spend) => all + (spend.lines[line] ?? 0), 0)))
  }
  for (const { offer, amount } of awards) {
    names.push(placeOf(offer, packing))
    amounts.push(BigInt(amount))
  }
}

/** Unpacks a page, each row only when it is its turn, as it is done with soon. */
export function* unpackPage({ ids, ...page }: PackedPage): Generator<PastRow> {
  const reading: Reading = { ...page, atAmount: 0, atNumber: 0, atName: 0 }
  for (const id of ids) yield unpackRow(id, reading)
}

/** Of whom and of what on a page there is more to be known. */
export interface Named {
  readonly contacts: readonly string[]
  /** By the codes that were shown. */
  readonly passes: readonly string[]
}

export function namedOn({ contacts, passes, texts }: PackedPage): Named {
  const named = (place: number) => textAt(texts, place)
  return { contacts: contacts.map(named), passes: passes.map(named) }
}

interface Reading extends Pick<PackedPage, 'amounts' | 'numbers' | 'names' | 'texts'> {
  atAmount: number
  atNumber: number
  atName: number
}

function nextAmount(reading: Reading): bigint {
  const value = reading.amounts[reading.atAmount] ?? 0n
  reading.atAmount += 1
  return value
}

function nextNumber(reading: Reading): number {
  const value = reading.numbers[reading.atNumber] ?? NONE
  reading.atNumber += 1
  return value
}

function nextText(reading: Reading): string | undefined {
  const place = reading.names[reading.atName] ?? NONE
  reading.atName += 1
  return place === NONE ? undefined : textAt(reading.texts, place)
}

function textAt(texts: readonly string[], place: number): string {
  return present(texts[place], 'a page has the texts that it names')
}

function unpackRow(id: string, reading: Reading): PastRow {
  const decided = nextAmount(reading)
  const total = nextAmount(reading)
  const discount = nextAmount(reading)
  const ofBill = nextAmount(reading)
  const contact = idIf<ContactId>(nextText(reading))
  const merchant = idOf<OrganisationId>(nextText(reading) ?? '')
  const venue = idIf<OrganisationId>(nextText(reading))
  const classification = idIf<ClassificationId>(nextText(reading))
  const currency = nextText(reading) ?? ''
  const channel = nextText(reading)
  const paymentMedium = nextText(reading)
  const pass = nextText(reading)
  const reference = nextText(reading)
  const isPaidInFull = nextNumber(reading) === 1
  const date = new Date(nextNumber(reading))
  const claimedAt = nextNumber(reading)
  const luck = nextNumber(reading)
  const tenders = listOf(nextNumber(reading), reading, unpackTender)
  const lines = listOf(nextNumber(reading), reading, unpackLine)
  const [spent, awarded] = [nextNumber(reading), nextNumber(reading)]
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
    tenders,
    lines,
    spent: listOf(spent, reading, nextAmount),
    awarded: listOf(awarded, reading, unpackAward),
  }
}

function unpackTender(reading: Reading): string {
  return nextText(reading) ?? ''
}

function unpackLine(reading: Reading): BasketLine {
  const line = {
    sku: nextText(reading) ?? '',
    family: nextText(reading) ?? null,
    brand: nextText(reading) ?? null,
    type: nextText(reading) ?? null,
    quantity: nextAmount(reading),
    gross: nextAmount(reading),
    net: nextAmount(reading),
  }
  const is = nextNumber(reading)
  const earns = (is & EARNS) !== 0
  return is & LEADS ? { ...line, leadsTo: nextText(reading) ?? '', earns } : { ...line, earns }
}

function unpackAward(reading: Reading): PastAward {
  return { offer: nextText(reading) ?? '', amount: nextAmount(reading) }
}

function listOf<Each>(length: number, reading: Reading, each: (reading: Reading) => Each): Each[] {
  const list: Each[] = []
  for (let index = 0; index < length; index++) list.push(each(reading))
  return list
}

function idIf<Id extends string>(text: string | undefined): Id | undefined {
  return text === undefined ? undefined : idOf<Id>(text)
}
