import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { code128 } from '../../web/kit/code128.ts'

const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(file)).buffer } })

test.each(['R-7', '101;R-1001;1250;354', '7;00000012;199999900;1', 'a~ !"#', '20261129000123', 'A1234567B'])(
  'the barcode of %s that is shown and printed is read as that by a reader',
  async (text) => {
    const [found] = await readBarcodes(pictureOf(code128(text) ?? []), { formats: ['Code128'] })
    expect(found?.text).toBe(text)
  },
)

/** As a scanner sees it: three dots a module, twenty high, with the quiet that belongs to it. */
function pictureOf(widths: readonly number[]) {
  const dots = 3
  const height = 20
  const row = [10, ...widths, 10].flatMap((width, at) =>
    Array.from({ length: width * dots }, () => (at % 2 === 1 ? 0 : 255)),
  )
  const picture = Array.from({ length: height }, () => row).flat()
  const data = new Uint8ClampedArray(picture.flatMap((value) => [value, value, value, 255]))
  return { data, width: row.length, height, colorSpace: 'srgb' as const }
}
