import { texts } from '../../texts.ts'
import type { Kind } from './queries.ts'

/** What counts as configuration, in the order in which it is compared. */
export const KINDS: readonly Kind[] = [
  'ORGANISATION',
  'COMMERCE_POOL',
  'SCHEME',
  'TIER_PROGRAMME',
  'TIER',
  'PASS_PLAN',
  'OFFER',
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
