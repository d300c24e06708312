import { useState } from 'react'
import { Badge } from '../../kit/badge.tsx'
import { barcodeFit, type PaperMm } from '../../kit/code-fit.ts'
import { useStanding } from '../api/client.ts'
import type { Receipt } from '../pay/receipt.ts'
import form from '../screen/form.module.css'
import { Key } from '../screen/key.tsx'
import { texts } from '../texts.ts'

const words = texts.print
const TONES = { FITS: 'positive', TIGHT: 'warning', TOO_WIDE: 'negative' } as const
const ICONS = { FITS: 'check', TIGHT: 'alert', TOO_WIDE: 'cross' } as const

/** Paper of a receipt printer: its bytes as a file, and whether the guide's barcode would fit its width. */
export function PrintKeys({ receipt }: { readonly receipt: Receipt }) {
  const { venue } = useStanding()
  const [paper, setPaper] = useState<PaperMm>(80)
  const barcode = receipt.told?.receipt.barcode
  const verdict = barcode === undefined ? undefined : barcodeFit(barcode, paper)?.verdict
  const save = async () => {
    // The encoder comes when somebody prints with it first.
    const { escPosOf } = await import('./esc-pos.ts')
    const bytes = escPosOf(receipt, { venue, paper, words: texts.receipt })
    const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)]))
    const link = document.createElement('a')
    link.href = address
    link.download = `${receipt.reference}.escpos`
    link.click()
    URL.revokeObjectURL(address)
  }
  return (
    <>
      <div className={form.keys}>
        <Key aria-pressed={paper === 58} onClick={() => setPaper(58)}>
          {words.mm(58)}
        </Key>
        <Key aria-pressed={paper === 80} onClick={() => setPaper(80)}>
          {words.mm(80)}
        </Key>
        <Key onClick={() => void save()}>{words.save}</Key>
      </div>
      {verdict && (
        <p className={form.hint}>
          {words.barcode}{' '}
          <Badge tone={TONES[verdict]} icon={ICONS[verdict]}>
            {words.verdict[verdict]}
          </Badge>
        </p>
      )}
    </>
  )
}
