import { commitLater, tryOut, type Work } from '../db/index.ts'
import { MAY_BE_UNSTORABLE } from '../http/index.ts'
import { Refusal } from '../kit/error.ts'
import { applyGroups, applyProducts, type Glossary, type Outcome, toldAlready } from '../products/index.ts'
import {
  holdPart,
  type PartDone,
  type SyncKey,
  type SyncSource,
  savePart,
  type WaitingPart,
} from './product-sync.store.ts'
import { type DigestedRow, digestsOfRows } from './row-digest.ts'
import { type Readable, type ReadPart, type Rejection, readPart, rejectionOf } from './sync-row.ts'

export interface Applying {
  readonly key: SyncKey
  readonly source: SyncSource
  readonly currency: string
  /** What all rows together say of groups. */
  readonly glossaryFor: (work: Work) => Promise<Glossary>
  /** What comes of the rows is told, and nothing of it kept. */
  readonly isTrial: boolean
}

/**
 * Applies the rows of one part and keeps what came of them, both or neither; a part that somebody else has done is left alone. Rows that
 * were told before, as they are, are found by their digests: nothing is read, locked or written for them.
 */
export async function applyPart(work: Work, waiting: WaitingPart, applying: Applying): Promise<void> {
  const { key, currency, isTrial } = applying
  const { part } = waiting
  // Once the last part is committed all are; until then it is no loss to do one again.
  await commitLater(work)
  if (!(await holdPart(work.sql, key, part))) return
  const read = await readNew(work, waiting, currency)
  const apply = () => applyRows(work, read, applying)
  const told = isTrial ? await tryOut(work, apply) : await apply()
  await savePart(work.sql, key, { part, ...partDone(told, read) })
}

async function applyRows(
  work: Work,
  read: ReadPart,
  { source, glossaryFor }: Applying,
): Promise<readonly Told[]> {
  const groups = await applyGroups(work, rowsOf(read.groups), source)
  const glossary = () => glossaryFor(work)
  const products = await applyProducts(work, rowsOf(read.products), { source, glossary })
  return [...toldOf(read.groups, groups), ...toldOf(read.products, products)]
}

const NONE: ReadonlyMap<number, DigestedRow> = new Map()

async function readNew(
  work: Work,
  { list, first, rows: text }: WaitingPart,
  currency: string,
): Promise<ReadPart> {
  const parsed: unknown = JSON.parse(text)
  const rows: readonly unknown[] = Array.isArray(parsed) ? parsed : []
  const isSuspect = MAY_BE_UNSTORABLE.test(text)
  // What cannot be stored cannot be looked for either.
  const digests = list === 'products' && !isSuspect ? digestsOfRows(rows, currency) : NONE
  const known = await toldAlready(work, [...digests.values()])
  return readPart({ list, first, rows, isSuspect, digests, known }, currency)
}

function rowsOf<Row>(readable: readonly Readable<Row>[]): Row[] {
  return readable.map(({ row }) => row)
}

type Told = Exclude<Outcome, Refusal> | Rejection

function toldOf(readable: readonly Readable<unknown>[], outcomes: readonly Outcome[]): Told[] {
  return readable.map(({ place }, index) => {
    const outcome = outcomes[index] ?? 'UNCHANGED'
    return outcome instanceof Refusal ? rejectionOf(place, outcome) : outcome
  })
}

function partDone(told: readonly Told[], { rejections, repeated }: ReadPart): PartDone {
  const count = (wanted: Told) => told.filter((each) => each === wanted).length
  const refused = told.filter((each) => typeof each === 'object')
  return {
    created: count('CREATED'),
    updated: count('UPDATED'),
    unchanged: count('UNCHANGED') + repeated,
    rejections: [...rejections, ...refused].sort((a, b) => a.index - b.index),
  }
}
