import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

export const VECTORS = fileURLToPath(new URL('vectors/', import.meta.url))

const amountsByCode = z.record(z.string(), z.number()).default({})

const vector = z.strictObject({
  name: z.string().min(1),
  /** How whoever wrote it came to `by_hand`. */
  why: z.string().min(1).optional(),
  /** Worked out without the engine: a run of the script never changes it. */
  by_hand: z
    .strictObject({
      discounts: amountsByCode,
      awards: amountsByCode,
      shares: z.record(z.string(), z.array(z.number())).optional(),
      left_to_pay: z.number().optional(),
    })
    .optional(),
  // Handed to the engine as they stand in the file.
  book: z.unknown(),
  facts: z.unknown(),
  expected: z.unknown(),
})

const vectorFile = z.strictObject({ topic: z.string(), vectors: z.array(vector).min(1) })
export type VectorFile = z.output<typeof vectorFile>
export type Vector = z.output<typeof vector>

/** All published vectors, by the name of their file. */
export function readVectors(): ReadonlyMap<string, VectorFile> {
  const files = readdirSync(VECTORS).filter((name) => name.endsWith('.json'))
  return new Map(
    files.map((name) => [name, vectorFile.parse(JSON.parse(readFileSync(path.join(VECTORS, name), 'utf8')))]),
  )
}
