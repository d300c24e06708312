import { useState } from 'react'
import type { PaperMm } from '../../kit/code-fit.ts'
import { useStanding } from '../api/client.ts'
import { usePrinterChoice } from '../devices/kept-printer.ts'
import { PrinterProblem, type PrinterProblemKind } from '../devices/printer-problem.ts'
import { sendBytes } from '../devices/send-bytes.ts'
import { printPaper } from './print-paper.ts'

export type Printing =
  | { readonly is: 'IDLE' | 'BUSY' | 'PRINTED' }
  | { readonly is: 'FAILED'; readonly kind: PrinterProblemKind }

/** Prints what the window shows: by the browser's own window, or as bytes by the printer that was chosen. */
export function usePrinting(bytesFor: (paper: PaperMm) => Promise<Uint8Array<ArrayBuffer>>) {
  const { client } = useStanding()
  const choice = usePrinterChoice()
  const [printing, setPrinting] = useState<Printing>({ is: 'IDLE' })
  const byBrowser = () => {
    setPrinting({ is: 'IDLE' })
    printPaper(choice.paper)
  }
  const print = async () => {
    if (choice.way === 'BROWSER') return byBrowser()
    setPrinting({ is: 'BUSY' })
    try {
      await sendBytes(client, choice, await bytesFor(choice.paper))
      setPrinting({ is: 'PRINTED' })
    } catch (error) {
      setPrinting({ is: 'FAILED', kind: error instanceof PrinterProblem ? error.kind : 'REFUSED' })
    }
  }
  return { print, byBrowser, printing, choice }
}
