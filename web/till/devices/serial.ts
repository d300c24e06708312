import { PrinterProblem } from './printer-problem.ts'

interface Port {
  readonly writable: WritableStream<Uint8Array> | null
  open(options: { readonly baudRate: number }): Promise<void>
  close(): Promise<void>
}
interface Serial {
  getPorts(): Promise<readonly Port[]>
  requestPort(): Promise<Port>
}

/** What receipt printers come with. */
const BAUD = 9_600

function serial(): Serial {
  const found = (navigator as Navigator & { readonly serial?: Serial }).serial
  if (!found) throw new PrinterProblem('UNSUPPORTED')
  return found
}

export async function chooseSerialPrinter(): Promise<void> {
  const at = serial()
  try {
    await at.requestPort()
  } catch (error) {
    throw new PrinterProblem('NOT_CHOSEN', error)
  }
}

export async function printBySerial(bytes: Uint8Array): Promise<void> {
  const [port] = await serial().getPorts()
  if (!port) throw new PrinterProblem('NOT_CHOSEN')
  try {
    await port.open({ baudRate: BAUD })
  } catch (error) {
    throw new PrinterProblem('NOT_THERE', error)
  }
  try {
    const writer = port.writable?.getWriter()
    await writer?.write(bytes)
    writer?.releaseLock()
  } catch (error) {
    throw new PrinterProblem('REFUSED', error)
  } finally {
    await port.close().catch(() => {})
  }
}
