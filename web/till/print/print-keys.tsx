import { useEffect, useEffectEvent } from 'react'
import { Badge } from '../../kit/badge.tsx'
import { barcodeFit, type PaperMm } from '../../kit/code-fit.ts'
import { choosePrinter } from '../devices/kept-printer.ts'
import form from '../screen/form.module.css'
import { Key } from '../screen/key.tsx'
import { texts } from '../texts.ts'
import { usePrinting } from './use-printing.ts'

const words = texts.print
const TONES = { FITS: 'positive', TIGHT: 'warning', TOO_WIDE: 'negative' } as const
const ICONS = { FITS: 'check', TIGHT: 'alert', TOO_WIDE: 'cross' } as const

export interface PrintKeysProps {
  /** What is printed, and the name of its file. */
  readonly name: string
  readonly bytesFor: (paper: PaperMm) => Promise<Uint8Array<ArrayBuffer>>
  /** The guide's barcode on it; undefined: it has none. */
  readonly barcode?: string | undefined
}

/** Prints by whatever this till prints by, on the paper that is in it; says when no printer takes it, and what to do. */
export function PrintKeys({ name, bytesFor, barcode }: PrintKeysProps) {
  const { print, byBrowser, printing, choice } = usePrinting(bytesFor)
  usePrintKey(() => void print())
  const { paper } = choice
  const verdict = barcode === undefined ? undefined : (barcodeFit(barcode, paper)?.verdict ?? 'TOO_WIDE')
  return (
    <>
      <div className={form.keys}>
        {([58, 80] as const).map((mm) => (
          <Key key={mm} aria-pressed={paper === mm} onClick={() => choosePrinter({ paper: mm })}>
            {words.mm(mm)}
          </Key>
        ))}
        <Key onClick={() => void save(name, bytesFor(paper))}>{words.save}</Key>
      </div>
      {verdict && (
        <p className={form.hint}>
          {words.barcode}{' '}
          <Badge tone={TONES[verdict]} icon={ICONS[verdict]}>
            {words.verdict[verdict]}
          </Badge>
        </p>
      )}
      <Key icon="print" hint="Alt+P" disabled={printing.is === 'BUSY'} onClick={() => void print()}>
        {printing.is === 'BUSY' ? words.busy : texts.receipt.print}
      </Key>
      <div role="status" className={form.told}>
        {printing.is === 'FAILED' && (
          <p className={form.notice} data-tone="negative">
            {words.problem[printing.kind]}
          </p>
        )}
        {printing.is === 'PRINTED' && <p className={form.hint}>{words.printed}</p>}
      </div>
      {printing.is === 'FAILED' && <Key onClick={byBrowser}>{words.otherwise}</Key>}
    </>
  )
}

async function save(name: string, bytes: Promise<Uint8Array<ArrayBuffer>>): Promise<void> {
  const address = URL.createObjectURL(new Blob([await bytes]))
  const link = document.createElement('a')
  link.href = address
  link.download = `${name}.escpos`
  link.click()
  URL.revokeObjectURL(address)
}

function usePrintKey(print: () => void): void {
  const latest = useEffectEvent(print)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!event.altKey || event.code !== 'KeyP') return
      event.preventDefault()
      latest()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}
