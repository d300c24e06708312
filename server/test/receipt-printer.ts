import { encode } from 'uqr'
import { code128 } from '../../web/kit/code128.ts'

const GS = 0x1d
const QUIET_QR = 4
const QUIET_BARS = 10
const HEIGHT = 40

/** What stands on the paper of a printer that draws the codes by itself, in its dots. */
export interface Drawn {
  readonly qr: readonly (readonly boolean[])[] | undefined
  readonly barcode: readonly (readonly boolean[])[] | undefined
}

/** Reads ESC/POS as a printer does and draws its codes: GS ( k for the QR code, GS w and GS k for the barcode. */
export function drawCodes(bytes: Uint8Array): Drawn {
  let [module, dots] = [3, 3]
  let qr: Drawn['qr']
  let barcode: Drawn['barcode']
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] !== GS) continue
    const [command, first = 0, second = 0] = [bytes[at + 1], bytes[at + 2], bytes[at + 3]]
    if (command === 0x28 && first === 0x6b) {
      const length = second + 256 * (bytes[at + 4] ?? 0)
      const [fn, value] = [bytes[at + 6], bytes[at + 7]]
      if (fn === 0x43) module = value ?? module
      if (fn === 0x50) qr = drawQr(latin(bytes.subarray(at + 8, at + 5 + length)), module)
      at += 4 + length
    } else if (command === 0x77) dots = first
    else if (command === 0x6b && first === 73) {
      barcode = drawBars(textIn(bytes.subarray(at + 4, at + 4 + second)), dots)
      at += 3 + second
    }
  }
  return { qr, barcode }
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}

/** The letters of a Code 128 whose sets are named: {B letters, {C pairs of figures. */
function textIn(data: Uint8Array): string {
  let set = 'B'
  let text = ''
  for (let at = 0; at < data.length; at += 1) {
    const [value = 0, next = 0] = [data[at], data[at + 1]]
    if (value === 0x7b && set === 'C') {
      set = String.fromCharCode(next)
      at += 1
    } else if (value === 0x7b) {
      if (next === 0x7b) text += '{'
      else set = String.fromCharCode(next)
      at += 1
    } else text += set === 'C' ? String(value).padStart(2, '0') : String.fromCharCode(value)
  }
  return text
}

function drawQr(text: string, module: number): boolean[][] {
  return enlarged(encode(text, { ecc: 'M', border: QUIET_QR }).data, module)
}

function drawBars(text: string, dots: number): boolean[][] {
  const widths = [QUIET_BARS, ...(code128(text) ?? []), QUIET_BARS]
  const row = widths.flatMap((width, at) => Array.from({ length: width * dots }, () => at % 2 === 1))
  return Array.from({ length: HEIGHT }, () => row)
}

function enlarged(modules: readonly (readonly boolean[])[], by: number): boolean[][] {
  const wide = modules.map((row) => row.flatMap((dark) => Array.from({ length: by }, () => dark)))
  return wide.flatMap((row) => Array.from({ length: by }, () => row))
}
