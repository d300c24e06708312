import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(file)).buffer } })

export interface CodesRead {
  readonly qr: string | undefined
  readonly barcode: string | undefined
}

/** What a reader that is not ours finds on a picture (PNG). */
export async function readCodes(picture: Uint8Array): Promise<CodesRead> {
  const found = await readBarcodes(new Uint8Array(picture), {
    formats: ['QRCode', 'Code128'],
    tryHarder: true,
  })
  const textOf = (format: string) => found.find((each) => each.format === format)?.text
  return { qr: textOf('QRCode'), barcode: textOf('Code128') }
}

/** What it finds on dots as a printer puts them, dark where it says so. */
export async function readDots(rows: readonly (readonly boolean[])[]): Promise<string | undefined> {
  const width = rows[0]?.length ?? 0
  const data = new Uint8ClampedArray(
    rows.flatMap((row) => row.flatMap((isDark) => (isDark ? [0, 0, 0, 255] : [255, 255, 255, 255]))),
  )
  const picture = { data, width, height: rows.length, colorSpace: 'srgb' as const }
  const [found] = await readBarcodes(picture, { formats: ['QRCode', 'Code128'], tryHarder: true })
  return found?.text
}
