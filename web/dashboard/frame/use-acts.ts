import { setTheme, THEMES, useTheme } from '../../kit/theme.ts'
import { type Address, viewOf } from '../address.ts'
import { texts } from '../texts.ts'
import type { Found } from './found.ts'
import { ICONS } from './rail.tsx'
import type { TopBarProps } from './top-bar.tsx'

const words = texts.palette

/** Parts of pages that are work of their own. */
const PLACES: readonly (readonly [string, Address])[] = [
  [texts.syncs.imports.contacts, viewOf('syncs', { tab: 'import-contacts' })],
  [texts.syncs.imports.products, viewOf('syncs', { tab: 'import-products' })],
  [texts.payouts.tabs.approvals, viewOf('payouts', { tab: 'approvals' })],
  [texts.payouts.tabs.files, viewOf('payouts', { tab: 'files' })],
  [texts.reports.tabs.liability, viewOf('reports')],
  [texts.reports.tabs.settlement, viewOf('reports', { tab: 'settlement' })],
]

/** What can be done from anywhere by its name. */
export function useActs({
  session,
  onSignOut,
  onTurn,
}: Pick<TopBarProps, 'session' | 'onSignOut' | 'onTurn'>): readonly Found[] {
  const theme = useTheme()
  const act = (name: string, icon: Found['icon'], does: Pick<Found, 'to' | 'run'>): Found => ({
    key: `act ${name}`,
    icon,
    name,
    about: '',
    kind: words.acts,
    ...does,
  })
  return [
    ...PLACES.map(([name, to]) => act(name, ICONS[to.view], { to })),
    ...THEMES.filter((each) => each !== theme).map((each) =>
      act(`${texts.kit.theme.change}: ${texts.kit.theme[each]}`, 'contrast', { run: () => setTheme(each) }),
    ),
    act(texts.turnTo(session.mode === 'LIVE' ? texts.test : texts.live), 'flask', { run: onTurn }),
    act(texts.signOut, 'forward', { run: onSignOut }),
  ]
}
