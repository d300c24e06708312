import { useState } from 'react'
import { Bars } from '../../kit/bars.tsx'
import { barcodeFit, type PaperMm, qrFit } from '../../kit/code-fit.ts'
import { Qr } from '../../kit/qr.tsx'
import {
  Receipt,
  ReceiptCode,
  ReceiptFoot,
  ReceiptHead,
  ReceiptNote,
  ReceiptTotal,
  ReceiptTotals,
} from '../../kit/receipt.tsx'
import { useSignedIn } from '../client.ts'
import { texts } from '../texts.ts'
import styles from './codes.module.css'

const words = texts.codes

export interface CodePreviewProps {
  readonly place: {
    readonly venue: string
    readonly merchant: string | undefined
    readonly zone: string
  }
  readonly sale: { readonly receipt: string; readonly amount: number; readonly currency: string }
  readonly code: { readonly kind: 'qr' | 'barcode'; readonly text: string; readonly paper: PaperMm }
}

/** The foot of a receipt in its true millimetres: what stands over the edge would not be printed. */
export function CodePreview({ place, sale, code }: CodePreviewProps) {
  const { session } = useSignedIn()
  const [at] = useState(() => Math.floor(Date.now() / 1_000))
  const { kind, text, paper } = code
  const fit = kind === 'qr' ? qrFit(text, paper) : barcodeFit(text, paper)
  const label = words.picture(words.kinds[kind], text)
  return (
    <div className={styles.table}>
      <div className={styles.paper} data-mm={paper}>
        <Receipt label={words.preview}>
          <ReceiptHead
            venue={place.venue}
            merchant={place.merchant}
            at={at}
            zone={place.zone}
            number={sale.receipt}
            test={session.mode === 'TEST' ? texts.purchase.test : undefined}
          />
          <ReceiptNote>…</ReceiptNote>
          <ReceiptTotals>
            <ReceiptTotal name={texts.purchase.total} {...sale} weight="due" />
          </ReceiptTotals>
          <ReceiptFoot>
            <div className={styles.code} data-over={fit?.verdict === 'TOO_WIDE' || undefined}>
              {fit && kind === 'qr' && <Qr text={text} label={label} widthMm={fit.widthMm} />}
              {fit && kind === 'barcode' && <Bars text={text} label={label} fit={fit} />}
              {!fit && <p>{words.cannot}</p>}
            </div>
            <ReceiptCode>{text}</ReceiptCode>
          </ReceiptFoot>
        </Receipt>
      </div>
      <p className={styles.note}>{words.previewMeans}</p>
    </div>
  )
}
