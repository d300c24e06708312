import { beforeEach, expect, test, vi } from 'vitest'
import type { Decoded, ToDecode } from './decoder.ts'

const PICTURE = { width: 4, height: 3, close: () => {} }

const readBarcodes = vi.fn(async () => [{ isValid: true, text: 'by ours' }])
vi.mock('zxing-wasm/reader', () => ({ prepareZXingModule: () => {}, readBarcodes }))
vi.mock('zxing-wasm/reader/zxing_reader.wasm?url', () => ({ default: '/assets/zxing_reader.wasm' }))

class Canvas {
  getContext() {
    return { drawImage: () => {}, getImageData: () => ({}) }
  }
}

/** What the worker answers in a browser whose own detector knows these formats and finds this; undefined: it has none. */
async function decoded(detector: { formats: readonly string[]; finds: readonly string[] } | undefined) {
  vi.resetModules()
  vi.stubGlobal('OffscreenCanvas', Canvas)
  if (detector) {
    const { formats, finds } = detector
    class BarcodeDetector {
      static getSupportedFormats = async () => formats
      detect = async () => finds.map((rawValue) => ({ rawValue }))
    }
    vi.stubGlobal('BarcodeDetector', BarcodeDetector)
  }
  const answered = new Promise<Decoded>((resolve) => vi.stubGlobal('postMessage', resolve))
  let heard = (_: { readonly data: ToDecode }) => {}
  vi.stubGlobal('addEventListener', (_: string, listener: typeof heard) => {
    heard = listener
  })
  await import('./decode-worker.ts')
  heard({ data: { number: 1, image: PICTURE as ImageBitmap } })
  return (await answered).text
}

beforeEach(() => {
  vi.unstubAllGlobals()
  readBarcodes.mockClear()
})

test.each([
  ['the browser’s own detector', ['qr_code', 'code_128', 'ean_13'], ['by the browser'], 'by the browser', 0],
  ['ours where the browser finds nothing', ['qr_code', 'code_128'], [], 'by ours', 1],
  ['ours where the browser knows no barcodes', ['qr_code'], ['by the browser'], 'by ours', 1],
] as const)('a code is read by %s', async (_, formats, finds, text, ours) => {
  expect(await decoded({ formats, finds })).toBe(text)
  expect(readBarcodes).toHaveBeenCalledTimes(ours)
})

test('a code is read by ours in a browser without a detector', async () => {
  expect(await decoded(undefined)).toBe('by ours')
})
