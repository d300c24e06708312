import { CodeBlock } from '../../kit/code-block.tsx'
import { Qr } from '../../kit/qr.tsx'
import { CallCode } from '../code/call-code.tsx'
import type { ApiCall } from '../code/code-of.ts'
import { texts } from '../texts.ts'
import styles from '../view.module.css'

const words = texts.shownOnce
const QR_MM = 40
const FIRST: ApiCall = { method: 'GET', path: '/backoffice/v2/organisations', sdk: 'organisations.list' }

interface FirstUseProps {
  readonly of: { readonly secret: string; readonly isOfApp: boolean }
}

/** What a new key is good for at once: a first call, or the link by which customers open the shop. */
export function FirstUse({ of: { secret, isOfApp } }: FirstUseProps) {
  if (!isOfApp) {
    return <CallCode call={FIRST} credential={secret} />
  }
  const link = `${location.origin}/shopper/#key=${secret}`
  return (
    <>
      <p className={styles.note}>{words.shopMeans}</p>
      <CodeBlock name={words.shop} shown={link} />
      <div>
        <Qr text={link} label={words.shop} widthMm={QR_MM} />
      </div>
    </>
  )
}
