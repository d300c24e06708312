import { PrinterProblem } from './printer-problem.ts'

interface UsbEndpoint {
  readonly endpointNumber: number
  readonly direction: 'in' | 'out'
  readonly type: string
}
interface UsbInterface {
  readonly interfaceNumber: number
  readonly alternate: { readonly interfaceClass: number; readonly endpoints: readonly UsbEndpoint[] }
}
interface UsbDevice {
  readonly productName?: string
  readonly opened: boolean
  readonly configuration: { readonly interfaces: readonly UsbInterface[] } | null
  open(): Promise<void>
  close(): Promise<void>
  selectConfiguration(value: number): Promise<void>
  claimInterface(number: number): Promise<void>
  releaseInterface(number: number): Promise<void>
  transferOut(endpoint: number, bytes: BufferSource): Promise<{ readonly status: string }>
}
interface Usb {
  getDevices(): Promise<readonly UsbDevice[]>
  requestDevice(options: { readonly filters: readonly { readonly classCode: number }[] }): Promise<UsbDevice>
}

/** The class of printers in the standard of USB. */
const PRINTERS = 7

function usb(): Usb {
  const found = (navigator as Navigator & { readonly usb?: Usb }).usb
  if (!found) throw new PrinterProblem('UNSUPPORTED')
  return found
}

/** Asks the clerk which one; answers its name. */
export async function chooseUsbPrinter(): Promise<string> {
  const at = usb()
  try {
    const { productName = 'USB' } = await at.requestDevice({ filters: [{ classCode: PRINTERS }] })
    return productName
  } catch (error) {
    throw new PrinterProblem('NOT_CHOSEN', error)
  }
}

/** The printer that was chosen here once: the browser keeps the leave. */
export async function printByUsb(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const [device] = await usb().getDevices()
  if (!device) throw new PrinterProblem('NOT_CHOSEN')
  try {
    await device.open()
  } catch (error) {
    throw new PrinterProblem('NOT_THERE', error)
  }
  try {
    if (!device.configuration) await device.selectConfiguration(1)
    const face = device.configuration?.interfaces.find((each) => each.alternate.interfaceClass === PRINTERS)
    const out = face?.alternate.endpoints.find(
      ({ direction, type }) => direction === 'out' && type === 'bulk',
    )
    if (!face || !out) throw new PrinterProblem('NOT_CHOSEN')
    await device.claimInterface(face.interfaceNumber)
    const { status } = await device.transferOut(out.endpointNumber, bytes)
    await device.releaseInterface(face.interfaceNumber)
    if (status !== 'ok') throw new PrinterProblem('REFUSED')
  } catch (error) {
    throw error instanceof PrinterProblem ? error : new PrinterProblem('REFUSED', error)
  } finally {
    await device.close().catch(() => {})
  }
}
