import { PrinterProblem } from './printer-problem.ts'

export interface Port {
  readonly readable: ReadableStream<Uint8Array> | null
  readonly writable: WritableStream<Uint8Array> | null
  open(options: { readonly baudRate: number }): Promise<void>
  close(): Promise<void>
  getInfo(): object
}
interface Serial {
  getPorts(): Promise<readonly Port[]>
  requestPort(): Promise<Port>
}

/** What receipt printers and scanners come with. */
export const BAUD = 9_600

/** What is at a port; the browser gives all that were chosen here once. */
export type SerialDevice = 'printer' | 'scanner'

const KEPT = 'tillback.till.serial-'

function serial(): Serial {
  const found = (navigator as Navigator & { readonly serial?: Serial }).serial
  if (!found) throw new PrinterProblem('UNSUPPORTED')
  return found
}

/** Asks the clerk which one. */
export async function chooseSerial(device: SerialDevice): Promise<void> {
  const at = serial()
  try {
    localStorage.setItem(KEPT + device, markOf(await at.requestPort()))
  } catch (error) {
    throw new PrinterProblem('NOT_CHOSEN', error)
  }
}

export function forgetSerial(device: SerialDevice): void {
  localStorage.removeItem(KEPT + device)
}

export function hasSerial(device: SerialDevice): boolean {
  return localStorage.getItem(KEPT + device) !== null
}

/** The port that was chosen for this device; undefined: none, or it is not plugged in. */
export async function serialPort(device: SerialDevice): Promise<Port | undefined> {
  const mark = localStorage.getItem(KEPT + device)
  const ports = await serial().getPorts()
  return ports.find((port) => markOf(port) === mark)
}

function markOf(port: Port): string {
  return JSON.stringify(port.getInfo())
}

export async function printBySerial(bytes: Uint8Array): Promise<void> {
  const port = await serialPort('printer')
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
