import type { Work } from '../db/index.ts'
import { Refusal } from '../kit/error.ts'
import { applyGroups, applyProducts, type Glossary, type Outcome } from '../products/index.ts'
import {
  holdPart,
  type PartDone,
  type SyncKey,
  type SyncSource,
  savePart,
  type WaitingPart,
} from './product-sync.store.ts'
import { type Readable, type ReadPart, type Rejection, rejectionOf } from './sync-row.ts'

export interface Applying {
  readonly key: SyncKey
  readonly source: SyncSource
  readonly glossary: Glossary
}

/** Applies the rows of one part and keeps what came of them, both or neither; a part that somebody else has done is left alone. */
export async function applyPart(
  work: Work,
  { part }: WaitingPart,
  { read, key, source, glossary }: Applying & { readonly read: ReadPart },
): Promise<void> {
  if (!(await holdPart(work.sql, key, part))) return
  const groups = await applyGroups(work, rowsOf(read.groups), source)
  const products = await applyProducts(work, rowsOf(read.products), { source, glossary })
  const told = [...toldOf(read.groups, groups), ...toldOf(read.products, products)]
  await savePart(work.sql, key, { part, ...partDone(told, read.rejections) })
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

function partDone(told: readonly Told[], unreadable: readonly Rejection[]): PartDone {
  const count = (wanted: Told) => told.filter((each) => each === wanted).length
  const refused = told.filter((each) => typeof each === 'object')
  return {
    created: count('CREATED'),
    updated: count('UPDATED'),
    unchanged: count('UNCHANGED'),
    rejections: [...unreadable, ...refused].sort((a, b) => a.index - b.index),
  }
}
