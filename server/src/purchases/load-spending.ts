import type { FoundContact } from '../contacts/index.ts'
import type { Runner } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import { localDay } from '../kit/zone.ts'
import { readPreferences, readTokens } from '../tokens/index.ts'
import { type LimitKey, limitsOfWallets, readActivations } from '../wallets/index.ts'
import { looksAtPreference } from './ask-to-spend.ts'
import type { Catalogue } from './catalogue.ts'
import type { WalletKey } from './facts.store.ts'
import type { Facts } from './facts.ts'
import type { PreparedPurchase } from './prepare-purchase.ts'

interface Spending {
  readonly commands: readonly PreparedPurchase[]
  readonly catalogues: ReadonlyMap<Tenant, Catalogue>
  /** At the position of each command: who buys. */
  readonly contacts: readonly (readonly FoundContact[])[]
  /** Of those who buy. */
  readonly wallets: readonly WalletKey[]
  /** Of those whose wallet may pay. */
  readonly spending: readonly WalletKey[]
}

/** What says whether and where the wallets may pay; nothing is asked for groups that need none of it. */
export async function readSpending(
  sql: Runner,
  { commands, catalogues, contacts, wallets, spending }: Spending,
): Promise<Pick<Facts, 'tokens' | 'preferences' | 'activated' | 'limits'>> {
  const tokenKeys = commands.flatMap(({ command, token }) =>
    token ? [{ tenant: command.actor.tenant, id: token.id }] : [],
  )
  const wishing = commands.flatMap(({ command, token, amounts, place }, position) => {
    const { tenant } = command.actor
    const catalogue = catalogues.get(tenant)
    const isAsked = token !== undefined || amounts.requestedSpend !== undefined
    if (isAsked || !catalogue?.hasPreferences || !looksAtPreference(place.settings, catalogue)) return []
    return (contacts[position] ?? []).map(({ id }) => ({ tenant, contact: id }))
  })
  const [tokens, preferences, activated, limits] = await Promise.all([
    readTokens(sql, tokenKeys),
    readPreferences(sql, [...new Map(wishing.map((key) => [key.contact, key])).values()]),
    readActivations(
      sql,
      wallets.filter(({ tenant }) => (catalogues.get(tenant)?.poolsToActivate ?? []).length > 0),
    ),
    limitsOfWallets(sql, limitKeys({ commands, catalogues, spending })),
  ])
  return {
    tokens: new Map(tokens.map((token) => [token.id, token])),
    preferences,
    activated,
    limits: new Map(limits),
  }
}

/** What was spent since the first day that any of the commands looks at. */
function limitKeys({
  commands,
  catalogues,
  spending,
}: Pick<Spending, 'commands' | 'catalogues' | 'spending'>): LimitKey[] {
  const earliest = new Date(
    Math.min(...commands.map(({ command, countedAt }) => (countedAt ?? command.at).getTime())),
  )
  return spending.flatMap(({ tenant, id: wallet }) => {
    const catalogue = catalogues.get(tenant)
    if (!catalogue?.hasLimits) return []
    const { id: business, timeZone } = catalogue.directory.business
    return [{ tenant, wallet, business, day: localDay(earliest, timeZone) }]
  })
}
