import { decimal } from './decimal.ts'

/** A value that is stored otherwise than it follows from the rest. */
export interface Mismatch {
  readonly tenant: number
  readonly of: 'purchase' | 'event'
  readonly id: string
  readonly reference: string | undefined
  /** Id of the offer that it concerns. */
  readonly offer: string | undefined
  readonly field: string
  readonly stored: string
  readonly recomputed: string
}

export type Subject = Pick<Mismatch, 'tenant' | 'of' | 'id' | 'reference'>

/** Where the checks of one row note what does not hold. */
export interface Notes {
  /** Amounts in minor units. */
  amount(field: string, stored: bigint, recomputed: bigint): void
  amounts(field: string, stored: readonly bigint[], recomputed: readonly bigint[]): void
  text(
    field: string,
    stored: string | number | bigint | undefined,
    recomputed: string | number | bigint,
  ): void
  wrong(field: string, stored: string, needed: string): void
  /** The same for a part of the row that concerns one offer. */
  about(offer: string): Notes
}

export interface Noting {
  readonly subject: Subject
  readonly digits: number
  readonly note: (mismatch: Mismatch) => void
  readonly offer?: string
}

export function notesOf(noting: Noting): Notes {
  const { subject, digits, note, offer } = noting
  const wrong = (field: string, stored: string, recomputed: string) =>
    note({ ...subject, offer, field, stored, recomputed })
  const show = (units: bigint) => decimal(units, digits)
  return {
    wrong,
    amount: (field, stored, recomputed) => {
      if (stored !== recomputed) wrong(field, show(stored), show(recomputed))
    },
    amounts: (field, stored, recomputed) => {
      const isSame =
        stored.length === recomputed.length && stored.every((each, at) => each === recomputed[at])
      if (!isSame) wrong(field, list(stored.map(show)), list(recomputed.map(show)))
    },
    text: (field, stored, recomputed) => {
      if (String(stored) !== String(recomputed)) wrong(field, String(stored ?? 'nothing'), String(recomputed))
    },
    about: (named) => notesOf({ ...noting, offer: named }),
  }
}

function list(values: readonly string[]): string {
  return `[${values.join(', ')}]`
}
