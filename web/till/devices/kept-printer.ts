import { useSyncExternalStore } from 'react'
import type { PaperMm } from '../../kit/code-fit.ts'
import { fieldOf, textOf } from '../../kit/reading.ts'

export const WAYS = ['BROWSER', 'USB', 'SERIAL', 'NETWORK'] as const
export type Way = (typeof WAYS)[number]

/** By what this till prints. */
export interface PrinterChoice {
  readonly way: Way
  readonly paper: PaperMm
  /** Of NETWORK the printer's id; of USB its name. */
  readonly name: string
}

const KEPT = 'tillback.till.printer'
const USUAL: PrinterChoice = { way: 'BROWSER', paper: 80, name: '' }
const listeners = new Set<() => void>()
let choice: PrinterChoice | undefined

export function printerChoice(): PrinterChoice {
  choice ??= kept()
  return choice
}

export function choosePrinter(change: Partial<PrinterChoice>): void {
  choice = { ...printerChoice(), ...change }
  localStorage.setItem(KEPT, JSON.stringify(choice))
  for (const changed of listeners) changed()
}

export function usePrinterChoice(): PrinterChoice {
  return useSyncExternalStore((changed) => {
    listeners.add(changed)
    return () => listeners.delete(changed)
  }, printerChoice)
}

function kept(): PrinterChoice {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '{}')
    const way = WAYS.find((each) => each === fieldOf(value, 'way')) ?? USUAL.way
    return { way, paper: fieldOf(value, 'paper') === 58 ? 58 : 80, name: textOf(value, 'name') }
  } catch {
    return USUAL
  }
}
