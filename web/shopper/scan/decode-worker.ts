import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url'
import type { Decoded, ToDecode } from './decoder.ts'

// What receipts carry: the guide's QR code and its barcode.
const NATIVE = ['qr_code', 'code_128']
const FORMATS = ['QRCode', 'Code128'] as const

prepareZXingModule({
  overrides: {
    locateFile: (path: string, prefix: string) => (path.endsWith('.wasm') ? wasm : prefix + path),
  },
})

interface Detector {
  detect(image: ImageBitmap): Promise<readonly { readonly rawValue: string }[]>
}
declare const BarcodeDetector: {
  new (options: { readonly formats: readonly string[] }): Detector
  getSupportedFormats(): Promise<readonly string[]>
}

const native: Promise<Detector | undefined> = (async () => {
  if (!('BarcodeDetector' in globalThis)) return undefined
  const known = await BarcodeDetector.getSupportedFormats()
  return NATIVE.every((format) => known.includes(format))
    ? new BarcodeDetector({ formats: NATIVE })
    : undefined
})().catch(() => undefined)

addEventListener('message', async ({ data }: MessageEvent<ToDecode>) => {
  const { number, image } = data
  const text = await decode(image).catch(() => undefined)
  image.close()
  postMessage({ number, text } satisfies Decoded)
})

async function decode(image: ImageBitmap): Promise<string | undefined> {
  const detector = await native
  if (detector) {
    const [found] = await detector.detect(image)
    if (found) return found.rawValue
    // Some platforms have the detector and never find anything.
  }
  const canvas = new OffscreenCanvas(image.width, image.height)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return undefined
  context.drawImage(image, 0, 0)
  const pixels = context.getImageData(0, 0, image.width, image.height)
  const [found] = await readBarcodes(pixels, {
    formats: [...FORMATS],
    maxNumberOfSymbols: 1,
    tryHarder: true,
  })
  return found?.isValid === true ? found.text : undefined
}
