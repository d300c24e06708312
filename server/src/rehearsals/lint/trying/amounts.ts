import type { AwardSettings, ProductTarget } from '../../../engine/index.ts'
import { change, type Draft, forTotal, priced, withLines } from '../draft.ts'
import { linesFor } from './goods.ts'
import type { Scene } from './scene.ts'

/** Where an award begins, changes or ends: what purchases must cost, or hold, to show the most and the least of it. */
interface Turns {
  readonly totals?: readonly bigint[]
  /** Ten-thousandths. */
  readonly pieces?: readonly bigint[]
  readonly of?: readonly ProductTarget[] | undefined
}

type SettingsByKind = { readonly [Each in AwardSettings as Each['kind']]: Each }
type Kind = keyof SettingsByKind

const WHOLE = 10_000n

/** A new kind of award is one entry. */
const TURNS: { readonly [Each in Kind]: (settings: SettingsByKind[Each]) => Turns } = {
  FIXED: ({ amount }) => ({ totals: around(BigInt(amount)) }),
  PERCENTAGE: ({ basis_points, cap }) => ({
    totals: [
      // Half of a unit is rounded up.
      WHOLE / (2n * BigInt(basis_points)) + 1n,
      ...(cap === undefined ? [] : around((BigInt(cap) * WHOLE) / BigInt(basis_points))),
    ],
  }),
  PER_AMOUNT: ({ amount, every, cap }) => ({
    totals: [
      ...around(BigInt(every)),
      ...(cap === undefined ? [] : around((BigInt(cap) * BigInt(every)) / BigInt(amount))),
    ],
  }),
  STEPS: ({ steps }) => ({ totals: steps.flatMap(({ from }) => around(BigInt(from))) }),
  PRODUCT: ({ products, quantity, for_every }) => ({ pieces: [BigInt(for_every ?? quantity)], of: products }),
}

function around(minor: bigint): bigint[] {
  return [minor - 1n, minor, minor + 1n]
}

function turnsOf<Each extends Kind>(kind: Each, settings: SettingsByKind[Each]): Turns {
  const turns: (settings: SettingsByKind[Each]) => Turns = TURNS[kind]
  return turns(settings)
}

/** From the smallest coin to a trolley. */
const ANY_TOTALS = [1n, 50n, 1_000n, 10_000n, 100_000n]

/** The same purchase, for all amounts and with as many pieces as may matter to the award. */
export function varied(draft: Draft, scene: Scene): readonly Draft[] {
  const { award, before_discounts } = scene.offer.offer.terms
  const { totals = [], pieces = [], of } = turnsOf(award.kind, award)
  const filled = [draft, ...pieces.flatMap((each) => withPieces(draft, each, { of, scene }))]
  const all = filled.flatMap((each) => [
    each,
    ...[...ANY_TOTALS, ...totals].flatMap((total) => forTotal(each, total)),
  ])
  if (!before_discounts) return all
  // The till may have taken half of the price off.
  return all.flatMap((each) => [each, change(each, { discount: each.basket.total })])
}

interface Pieces {
  readonly of: readonly ProductTarget[] | undefined
  readonly scene: Scene
}

function withPieces(draft: Draft, pieces: bigint, { of, scene }: Pieces): Draft[] {
  const { lines } = draft.basket
  const [given] = of ? linesFor(of, draft, scene) : []
  const [first] = scene.offer.qualifying(lines)
  const more = (line: (typeof lines)[number]) => ({
    ...line,
    quantity: pieces > line.quantity ? pieces : line.quantity,
  })
  return [
    ...(first
      ? [
          withLines(
            draft,
            lines.map((line) => (line === first ? more(line) : line)),
          ),
        ]
      : []),
    ...(given ? [withLines(draft, [...lines, priced(more(given), given.gross)])] : []),
  ]
}
