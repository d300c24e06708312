import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url'

export interface Picture {
  readonly number: number
  readonly image: ImageBitmap
}

export interface Seen {
  readonly number: number
  /** Undefined: no code in this picture. */
  readonly text: string | undefined
}

// What stands on goods, on members' cards and on receipts.
const FORMATS = ['EAN13', 'EAN8', 'UPCA', 'UPCE', 'ITF', 'Code128', 'Code39', 'QRCode', 'DataMatrix'] as const

prepareZXingModule({
  overrides: {
    locateFile: (path: string, prefix: string) => (path.endsWith('.wasm') ? wasm : prefix + path),
  },
})

addEventListener('message', async ({ data }: MessageEvent<Picture>) => {
  const { number, image } = data
  const text = await codeIn(image).catch(() => undefined)
  image.close()
  postMessage({ number, text } satisfies Seen)
})

async function codeIn(image: ImageBitmap): Promise<string | undefined> {
  const context = new OffscreenCanvas(image.width, image.height).getContext('2d', {
    willReadFrequently: true,
  })
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
