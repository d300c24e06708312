import { useEffect, useId, useRef } from 'react'
import { IconButton } from '../../kit/button.tsx'
import { Icon, type IconName } from '../../kit/icon.tsx'
import { type Address, type Group, RAIL, type View, viewOf } from '../address.ts'
import favicon from '../favicon.svg'
import { Link } from '../link.tsx'
import { texts } from '../texts.ts'
import styles from './rail.module.css'
import { VenueScope } from './venue-scope.tsx'

export const ICONS: Readonly<Record<View, IconName>> = {
  home: 'home',
  purchases: 'receipt',
  contacts: 'people',
  payouts: 'wallet',
  offers: 'tag',
  products: 'box',
  orders: 'bag',
  venues: 'store',
  reports: 'chart',
  ledger: 'ledger',
  keys: 'key',
  webhooks: 'hook',
  requests: 'log',
  events: 'list',
  tools: 'flask',
  syncs: 'sync',
  audit: 'shield',
  settings: 'gear',
  team: 'people',
}

export interface RailProps {
  readonly view: View
  readonly isNarrow: boolean
  readonly onTurn: () => void
  /** Whether rows of tables stand closer. */
  readonly isClose: boolean
  readonly onClose: () => void
}

/** The way between the views: beside the page where there is room, otherwise behind the menu button of the top bar. */
export function Rail({ view, isNarrow, onTurn, isClose, onClose }: RailProps) {
  return (
    <div className={styles.rail}>
      <div className={styles.head}>
        <Brand />
      </div>
      <Ways view={view} isNarrow={isNarrow} />
      <div className={styles.turn}>
        <IconButton
          icon="collapse"
          label={isNarrow ? texts.expand : texts.collapse}
          aria-expanded={!isNarrow}
          onClick={onTurn}
        />
        <IconButton icon="log" label={texts.closeRows} aria-pressed={isClose} onClick={onClose} />
      </div>
    </div>
  )
}

const GROUPS = Object.keys(RAIL).filter((name): name is Group => name in RAIL)

function Ways({ view, isNarrow, onGone }: Pick<RailProps, 'view' | 'isNarrow'> & { onGone?: () => void }) {
  return (
    <nav className={styles.ways} aria-label={texts.navigation}>
      {GROUPS.map((group) => (
        <GroupOfWays key={group} group={group} view={view} isNarrow={isNarrow} onGone={onGone} />
      ))}
    </nav>
  )
}

interface GroupOfWaysProps extends Pick<RailProps, 'view' | 'isNarrow'> {
  readonly group: Group
  readonly onGone: (() => void) | undefined
}

function GroupOfWays({ group, view, isNarrow, onGone }: GroupOfWaysProps) {
  const id = useId()
  return (
    <>
      <h2 id={id} className={styles.group} data-first={group === 'business' || undefined}>
        {texts.groups[group]}
      </h2>
      <ul aria-labelledby={id}>
        {RAIL[group].map((each) => (
          <li key={each}>
            <Link
              to={viewOf(each)}
              aria-current={each === view ? 'page' : undefined}
              title={isNarrow ? texts.views[each] : undefined}
              onFollow={() => onGone?.()}
            >
              <Icon name={ICONS[each]} size={18} />
              <span>{texts.views[each]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The same ways on a narrow screen, in front of the page. */
export function RailInFront({
  address,
  onClose,
}: {
  readonly address: Address
  readonly onClose: () => void
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className={styles.front} aria-label={texts.openMenu} onClose={onClose}>
      <div className={styles.head}>
        <Brand />
        <IconButton icon="cross" label={texts.close} onClick={onClose} />
      </div>
      <div className={styles.venue}>
        <VenueScope address={address} onChosen={onClose} />
      </div>
      <Ways view={address.view} isNarrow={false} onGone={onClose} />
    </dialog>
  )
}

export function Brand() {
  return (
    <span className={styles.brand}>
      <img src={favicon} alt="" width="22" height="22" />
      <span>{texts.product}</span>
    </span>
  )
}
