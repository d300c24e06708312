import { texts } from '../../texts.ts'
import type { Change, Kind } from './queries.ts'

/** What counts as configuration, in the order in which it is compared. */
export const KINDS: readonly Kind[] = [
  'ORGANISATION',
  'COMMERCE_POOL',
  'SCHEME',
  'TIER_PROGRAMME',
  'TIER',
  'PASS_PLAN',
  'OFFER',
  'PRODUCT_GROUP',
  'ORDER_CATALOGUE',
  'ORDER_CATEGORY',
  'ORDER_STAGE',
  'CANCELLATION_REASON',
  'TEMPLATE',
  'NOTIFICATION_SETTINGS',
  'WALLET_LIMITS',
  'ACCOUNTING_MAP',
]

const SETTING = /^settings\./

/** The name of a part of a record, as the dashboard says it elsewhere; what it has no name for reads as the API has it. */
export function partName(kind: Kind, field: string): string {
  const plain = field.replace(SETTING, '')
  const known: Readonly<Record<string, string>> = {
    ...texts.promotions.parts,
    ...(kind === 'OFFER' ? texts.editor.parts : {}),
    ...(SETTING.test(field) ? texts.settings.names : {}),
  }
  return known[plain] ?? plain.replaceAll('_', ' ')
}

type Named = Pick<Change, 'kind' | 'code' | 'of'>

/** A code with what it is of, where it is told apart only there. */
export function codeOf({ code, of }: Named): string {
  return of === undefined ? code : `${of} ${code}`
}

export function keyOf({ kind, code, of }: Named): string {
  return JSON.stringify([kind, of, code])
}
