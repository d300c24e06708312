import { z } from 'zod'
import { wire } from '../server/src/http/index.ts'
import { schemaOf } from '../server/src/http/openapi.ts'
import { readSchema, type Schema } from '../server/src/main/docs/document.ts'

/** The words of the wire, which would read worse spelled out in every field. */
export const VOCABULARY: readonly Declared[] = [
  { name: 'Decimal', schema: own(wire.decimal, 'input'), says: 'An amount as "12.50" or 12.5, exact.' },
  {
    name: 'Amount',
    schema: own(wire.amount, 'output'),
    says: 'An amount in the currency of the record, exact.',
  },
  { name: 'EpochSeconds', schema: own(wire.epoch, 'output'), says: 'A time in whole seconds since 1970.' },
  { name: 'Time', schema: own(wire.time, 'input'), says: 'Epoch seconds, or ISO 8601 with offset.' },
  { name: 'TimeRange', schema: own(wire.timeRange, 'input'), says: 'A time, or the times between two.' },
  {
    name: 'Paging',
    schema: own(wire.pageReply(z.unknown()).shape.paging, 'output'),
    says: 'Where a page stands in its list; total is null unless include_total was asked for.',
  },
]

export interface Declared {
  readonly name: string
  readonly schema: Schema
  readonly says?: string | undefined
}

function own(schema: z.ZodType, io: 'input' | 'output'): Schema {
  return readSchema(schemaOf(schema, io))
}
