import { ConnectionError, NotFoundError, type Tillback } from '@tillback/sdk'
import { base64 } from './base64.ts'
import type { PrinterChoice } from './kept-printer.ts'
import { PrinterProblem } from './printer-problem.ts'
import { printBySerial } from './serial.ts'
import { printByUsb } from './usb.ts'

/** Brings bytes to the printer that was chosen; throws a `PrinterProblem` with the reason when it did not take them. */
export async function sendBytes(
  client: Tillback,
  { way, name }: Pick<PrinterChoice, 'way' | 'name'>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  switch (way) {
    case 'BROWSER':
      throw new PrinterProblem('NOT_CHOSEN')
    case 'USB':
      return printByUsb(bytes)
    case 'SERIAL':
      return printBySerial(bytes)
    case 'NETWORK':
      return printByNetwork(client, name, bytes)
  }
}

async function printByNetwork(client: Tillback, printer: string, bytes: Uint8Array): Promise<void> {
  if (printer === '') throw new PrinterProblem('NOT_CHOSEN')
  try {
    await client.orderAdaptors.printOn(printer, { content: base64(bytes) })
  } catch (error) {
    if (error instanceof NotFoundError) throw new PrinterProblem('NOT_CHOSEN', error)
    throw new PrinterProblem(error instanceof ConnectionError ? 'NOT_THERE' : 'REFUSED', error)
  }
}
