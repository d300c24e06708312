import type { FoundContact } from '../contacts/index.ts'
import type { Runner } from '../db/index.ts'
import {
  type Basket,
  billCounter,
  billGroupCounter,
  type CounterRef,
  countersOf,
  mayConcern,
  type OfferIndex,
  passCounters,
  tierCounters,
} from '../engine/index.ts'
import type { Tenant } from '../kit/actor.ts'
import type { AccountId, WalletId } from '../kit/id.ts'
import {
  type AccountState,
  accountId,
  contactAccount,
  type Lot,
  lockAccounts,
  lotsLeft,
  lotsToSettle,
  readDebts,
} from '../ledger/index.ts'
import { lockCounters } from '../offers/index.ts'
import type { Membership } from '../schemes/index.ts'
import { maySpend } from './ask-to-spend.ts'
import { basketOf, linesOf, shopperOf } from './basket.ts'
import type { Catalogue } from './catalogue.ts'
import { namesOf } from './early-of.ts'
import { lockNames, waitingFor } from './early-undo.store.ts'
import { basketOfStored } from './explain-purchase.ts'
import {
  readAccounts,
  readReplies,
  readUnavailable,
  type UnavailableRow,
  type WalletKey,
} from './facts.store.ts'
import { type Facts, nameKey, referenceKey, type WalletFacts } from './facts.ts'
import { readSpending } from './load-spending.ts'
import { catalogueOf, lookUp } from './look-up.ts'
import type { PreparedPurchase } from './prepare-purchase.ts'
import { purchasesById, purchasesByReference } from './purchases.store.ts'

/**
 * Reads and locks all that deciding the group needs, in two round trips: first what can be looked up without a lock (contacts,
 * products, revisions), then the wallets' locks and everything that must be seen after them.
 */
export async function loadFacts(
  sql: Runner,
  commands: readonly PreparedPurchase[],
  catalogues: ReadonlyMap<Tenant, Catalogue>,
): Promise<Facts> {
  const { contacts, learnt, memberships, passes } = await lookUp(sql, commands, catalogues)
  const lines = commands.map(
    (prepared) => prepared.claims?.lines ?? linesOf(prepared, catalogueOf(prepared, catalogues), learnt),
  )
  const baskets = commands.map((prepared, index) => {
    const [contact, ...others] = contacts[index] ?? []
    if (!contact || others.length > 0) return undefined
    if (prepared.claims) return basketOfClaim(prepared, contact, { catalogues, memberships })
    const bought = {
      contact,
      memberships: memberships.get(contact.id) ?? [],
      pass: passes[index],
      lines: lines[index] ?? [],
    }
    return basketOf(prepared, bought, catalogueOf(prepared, catalogues))
  })
  return {
    catalogues,
    contacts,
    lines,
    baskets,
    passes,
    learnt,
    ...(await lockAndRead(sql, commands, { catalogues, contacts, baskets })),
  }
}

interface ClaimFacts {
  readonly catalogues: ReadonlyMap<Tenant, Catalogue>
  readonly memberships: ReadonlyMap<string, readonly Membership[]>
}

/** What is claimed is judged as it is stored, with what is known of the contact now. */
function basketOfClaim(
  prepared: PreparedPurchase,
  contact: FoundContact,
  { catalogues, memberships }: ClaimFacts,
): Basket | undefined {
  const { claims, command, luck } = prepared
  const catalogue = catalogueOf(prepared, catalogues)
  const shopper = shopperOf(contact, memberships.get(contact.id) ?? [], catalogue)
  return (
    claims &&
    basketOfStored({ ...claims, contact: contact.id, claimedAt: command.at }, catalogue, {
      shopper,
      pass: undefined,
      explained: { luck, tier: undefined },
    })
  )
}

interface LookedUp {
  readonly catalogues: ReadonlyMap<Tenant, Catalogue>
  readonly contacts: readonly (readonly FoundContact[])[]
  readonly baskets: readonly (Basket | undefined)[]
}

type Locked = Pick<
  Facts,
  | 'accounts'
  | 'wallets'
  | 'lots'
  | 'settling'
  | 'debts'
  | 'tokens'
  | 'preferences'
  | 'activated'
  | 'limits'
  | 'counters'
  | 'byReference'
  | 'byId'
  | 'replies'
  | 'early'
>

/** One round trip: the statements are sent together and run in order, so all after the first see what its locks waited for. */
async function lockAndRead(
  sql: Runner,
  commands: readonly PreparedPurchase[],
  looked: LookedUp,
): Promise<Locked> {
  const wallets = walletsOf(commands, looked, () => true)
  const spending = walletsOf(commands, looked, (prepared) =>
    maySpend(prepared, catalogueOf(prepared, looked.catalogues)),
  )
  const names = commands.flatMap(namesOf)
  const { catalogues, contacts } = looked
  const switched = wallets.flatMap(({ tenant }) => catalogues.get(tenant)?.poolsToActivate ?? [])
  const [, commerce, others, unavailable, lots, spends, counters, byReference, byId, replies, early] =
    await Promise.all([
      lockNames(sql, names),
      lockAccounts(
        sql,
        wallets.map((wallet) => contactAccount('CONTACT_COMMERCE', wallet)),
      ),
      readAccounts(sql, wallets),
      readUnavailable(sql, wallets, { now: nowOf(commands), switched: [...new Set(switched)] }),
      lotsLeft(sql, spending),
      readSpending(sql, { commands, catalogues, contacts, wallets, spending }),
      lockCounters(sql, counterRefs(commands, looked)),
      purchasesByReference(sql, references(commands)),
      purchasesById(sql, ids(commands)),
      readReplies(sql, commands),
      waitingFor(sql, names),
    ])
  const accounts = new Map([...commerce, ...others])
  const facts = new Map(wallets.map((wallet) => [wallet.id, walletFacts(wallet, accounts, unavailable)]))
  const waiting = Map.groupBy(early, ({ tenant, name }) => nameKey(tenant, name))
  const undone = new Set(
    walletsOf(commands, looked, (prepared) =>
      namesOf(prepared).some(({ tenant, name }) => waiting.has(nameKey(tenant, name))),
    ).map(({ id }) => id),
  )
  // Hardly anybody owes anything, or has something undone as it comes: only then more round trips are made.
  const owing = wallets.filter(({ id }) => undone.has(id) || (facts.get(id)?.debt ?? 0n) > 0n)
  const debts = await readDebts(sql, owing)
  const settling = new Map<WalletId, readonly Lot[]>()
  for (const wallet of owing) {
    const book = undone.has(wallet.id) ? debts.get(wallet.id) : undefined
    const all = book && (await lotsToSettle(sql, wallet, { debts: book, named: [] }))
    if (all) settling.set(wallet.id, [...all.values()])
  }
  return {
    accounts,
    wallets: facts,
    debts: new Map([...debts].map(([wallet, book]) => [wallet, { before: book, now: book }])),
    lots: Map.groupBy(lots, ({ wallet }) => wallet),
    settling,
    ...spends,
    counters,
    byReference: new Map(
      byReference.map((p) => [referenceKey(p.tenant, p.merchant, p.referenceNumber ?? ''), p]),
    ),
    byId: new Map(byId.map((p) => [nameKey(p.tenant, p.id), p])),
    replies,
    early: waiting,
  }
}

function walletsOf(
  commands: readonly PreparedPurchase[],
  { contacts, baskets }: LookedUp,
  wanted: (prepared: PreparedPurchase) => boolean,
): WalletKey[] {
  const keys = commands.flatMap((prepared, index): WalletKey[] => {
    const contact = baskets[index] && contacts[index]?.[0]
    if (!contact || !wanted(prepared)) return []
    return [{ tenant: prepared.command.actor.tenant, id: contact.wallet, currency: contact.currency }]
  })
  return [...new Map(keys.map((key) => [key.id, key])).values()]
}

function nowOf(commands: readonly PreparedPurchase[]): Date {
  return new Date(Math.max(...commands.map(({ command }) => command.at.getTime())))
}

/** Counters of the offers whose conditions this group's baskets may fulfil, of their passes and of their tiers. */
function counterRefs(commands: readonly PreparedPurchase[], { catalogues, baskets }: LookedUp) {
  return commands.flatMap(({ command }, index): CounterRef[] => {
    const { tenant } = command.actor
    const basket = baskets[index]
    const catalogue = catalogues.get(tenant)
    if (!basket || !catalogue) return []
    const { offers, tiers } = catalogue
    return [
      ...offers
        .counted(basket)
        .filter((compiled) => mayConcern(compiled, basket))
        .flatMap((compiled) => countersOf(compiled, tenant, basket)),
      ...billCounters(tenant, basket, offers),
      ...passCounters(tenant, basket),
      ...tierCounters({ tiers, tenant }, basket),
    ]
  })
}

/** A part of a split bill is reckoned with the parts before it, whatever the offer, and with what rivals gave for them. */
function billCounters(tenant: Tenant, basket: Basket, { all }: OfferIndex): CounterRef[] {
  if (!basket.bill) return []
  return all.flatMap((compiled) => {
    if (!mayConcern(compiled, basket)) return []
    const refs = [
      billCounter(compiled.offer, { tenant, basket }),
      billGroupCounter(compiled, { tenant, basket }),
    ]
    return refs.flatMap((ref) => ref ?? [])
  })
}

function references(commands: readonly PreparedPurchase[]) {
  return commands.flatMap(({ command, place, body }) =>
    body.reference_number === undefined
      ? []
      : [
          {
            tenant: command.actor.tenant,
            merchant: place.merchant.id,
            referenceNumber: body.reference_number,
          },
        ],
  )
}

/** Ids that may be known already: those the client gave, and those of purchases that were tried before. */
function ids(commands: readonly PreparedPurchase[]) {
  return commands
    .filter(({ body, triedBefore }) => body.id !== undefined || triedBefore)
    .map(({ command, id }) => ({ tenant: command.actor.tenant, id }))
}

function walletFacts(
  wallet: WalletKey,
  accounts: ReadonlyMap<AccountId, AccountState>,
  unavailable: readonly UnavailableRow[],
): WalletFacts {
  const balance = (kind: 'CONTACT_OPEN' | 'CONTACT_COMMERCE' | 'CONTACT_DEBT') =>
    accounts.get(accountId(contactAccount(kind, wallet)))?.balance ?? 0n
  const off = unavailable.find((row) => row.wallet === wallet.id)
  return {
    open: balance('CONTACT_OPEN') - (off?.open ?? 0n),
    commerce: balance('CONTACT_COMMERCE') - (off?.commerce ?? 0n),
    debt: -balance('CONTACT_DEBT'),
  }
}
