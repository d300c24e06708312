/** One line of the product, and what it could have been by mistake. */
export interface Fault {
  readonly name: string
  /** In `server/src`. */
  readonly file: string
  /** Stands there once. */
  readonly right: string
  readonly wrong: string
}

/** Mistakes that were made elsewhere, or nearly made here. The simulation has to find every one of them. */
export const FAULTS: readonly Fault[] = [
  {
    name: 'what a contact owes is not repaid from later awards',
    file: 'purchases/grant-awards.ts',
    right: 'repayFrom(debts, { lot: full.id, amount: award.amount })',
    wrong: 'repayFrom(debts, { lot: full.id, amount: 0n })',
  },
  {
    name: 'an award that repaid a debt does not get its money back when there was none',
    file: 'ledger/settle-debts.ts',
    right: 'if (changes.length === 0) return',
    wrong: 'if (changes.length >= 0) return',
  },
  {
    name: 'a void gives the amount of a limit back, and not its use',
    file: 'offers/give-back.ts',
    right: 'counter.uses -= uses',
    wrong: 'counter.uses -= 0',
  },
  {
    name: 'money that expires last is spent first',
    file: 'ledger/lot.ts',
    right: 'if (first !== second) return first - second',
    wrong: 'if (first !== second) return second - first',
  },
  {
    name: 'a lot can be spent for a day after it expired',
    file: 'ledger/lot.ts',
    right: 'lot.expiresAt > at)',
    wrong: 'lot.expiresAt.getTime() + 86_400_000 > at.getTime())',
  },
  {
    name: 'of equal remainders the last line gets the cent',
    file: 'kit/money.ts',
    right: 'a.remainder === b.remainder ? a.index - b.index',
    wrong: 'a.remainder === b.remainder ? b.index - a.index',
  },
  {
    name: 'a one-time code that is over still pays',
    file: 'purchases/ask-to-spend.ts',
    right: 'if (problem) throw problem',
    wrong: 'if (problem && !token) throw problem',
  },
  {
    name: 'a contact gives away what they owe',
    file: 'wallet-transfers/transfer-money.ts',
    right: ' - held.debtOf({ id, currency })',
    wrong: '',
  },
  {
    name: 'the void of a top-up forgets what of it expired',
    file: 'topups/topup.ts',
    right: 'const fromBreakage = least(amount - left, expired)',
    wrong: 'const fromBreakage = least(0n, expired)',
  },
]
