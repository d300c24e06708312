import { IconButton } from '../../kit/button.tsx'
import { Money } from '../../kit/money.tsx'
import { useStanding } from '../api/client.ts'
import { amountOf, type Minor } from '../sale/minor.ts'
import { Key } from '../screen/key.tsx'
import { texts } from '../texts.ts'
import type { Member } from './member.ts'
import styles from './member-card.module.css'

const words = texts.member

export interface MemberCardProps {
  readonly member: Member | undefined
  /** What the wallet can pay of this basket; undefined: not known yet. */
  readonly spendable: Minor | undefined
  readonly onIdentify: () => void
  readonly onUnlink: () => void
}

/** Who buys: initials, the end of a number, the wallet, and what of it can be spent here now. */
export function MemberCard({ member, spendable, onIdentify, onUnlink }: MemberCardProps) {
  const { venue } = useStanding()
  const money = (minor: Minor, tone: 'award' | 'plain') => (
    <Money amount={amountOf(minor, venue.digits)} currency={venue.currency} tone={tone} />
  )
  if (!member) {
    return (
      <div className={styles.nobody}>
        <Key icon="person" hint="F4" onClick={onIdentify}>
          {words.title}
        </Key>
      </div>
    )
  }
  return (
    <section className={styles.card} aria-label={words.heard(member.initials, member.ending)}>
      <span className={styles.who}>
        <strong>{words.label(member.initials, member.ending)}</strong>
        {member.id === undefined && <span>{words.unchecked}</span>}
      </span>
      {member.id !== undefined && (
        <dl className={styles.money}>
          <div>
            <dt>{words.balance}</dt>
            <dd>{money(member.balance, 'plain')}</dd>
          </div>
          {spendable !== undefined && (
            <div>
              <dt>{words.spendable}</dt>
              <dd>{money(spendable, 'award')}</dd>
            </div>
          )}
        </dl>
      )}
      <IconButton icon="cross" label={words.unlink} onClick={onUnlink} />
    </section>
  )
}
