import { useEffect, useRef } from 'react'
import { amountText } from '../../kit/amount.ts'
import { Answer } from '../../kit/answer.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { Key } from '../key.tsx'
import { go } from '../place.ts'
import { type Purchase, usePurchase, useRefresh } from '../queries.ts'
import { useTexts } from '../texts/language.ts'
import view from '../view.module.css'
import styles from './code.module.css'

/** What the till took by the code, and what is left to pay. */
export function Used({ purchase, onClose }: { readonly purchase: string; readonly onClose: () => void }) {
  const texts = useTexts()
  const refresh = useRefresh()
  const bought = usePurchase(purchase)
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(refresh, [refresh])
  useEffect(() => title.current?.focus(), [])
  return (
    <div className={styles.code}>
      <h3 ref={title} tabIndex={-1} className={view.subtitle}>
        {texts.code.used}
      </h3>
      <div role="status">
        <Answer to={bought} waiting={<SkeletonLines lines={2} />}>
          {(data) => <Told purchase={data} />}
        </Answer>
      </div>
      <div className={`${view.actions} ${styles.actions}`}>
        <Key onClick={() => go({ view: 'activity', of: purchase })}>{texts.activity.receipt}</Key>
        <Key kind="primary" onClick={onClose}>
          {texts.close}
        </Key>
      </div>
    </div>
  )
}

function Told({ purchase }: { readonly purchase: Purchase }) {
  const { code, locale } = useTexts()
  const { rewards, amount_due, currency_code: currency, organisation, reduction_method } = purchase
  const money = (amount: number) => `${amountText(amount, { currency, locale }).figures} ${currency}`
  return (
    <>
      <p className={styles.spent}>
        {rewards.spend === 0
          ? code.usedForNothing
          : reduction_method === 'BACK_END'
            ? code.paidOut(money(rewards.spend))
            : code.off(money(rewards.spend))}
      </p>
      <p>
        {code.toPay(money(amount_due))} · {organisation.name}
      </p>
    </>
  )
}
