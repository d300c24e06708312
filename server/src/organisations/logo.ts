import { createHash } from 'node:crypto'
import { invalidField } from '../kit/error.ts'

/** A picture that a business has for itself. */
export interface Logo {
  readonly bytes: Buffer
  readonly hash: string
  readonly type: 'image/png' | 'image/webp'
  readonly width: number
  readonly height: number
}

export const MOST_BYTES = 65_536
const SIDES = { least: 32, most: 1_024 }
const PATH = 'logo.content'

/** What the bytes say they are, whatever anybody calls them; pictures that may carry script are refused with everything unknown. */
export function readLogo(content: string): Logo {
  const bytes = Buffer.from(content, 'base64')
  if (bytes.length > MOST_BYTES) {
    throw invalidField(PATH, `${bytes.length} bytes`, `at most ${MOST_BYTES} bytes`)
  }
  const read = pngOf(bytes) ?? webpOf(bytes)
  if (!read) throw invalidField(PATH, 'a file of another kind', refusal(bytes))
  const { width, height } = read
  if (Math.min(width, height) < SIDES.least || Math.max(width, height) > SIDES.most) {
    const needed = `a picture of ${SIDES.least} to ${SIDES.most} pixels a side`
    throw invalidField(PATH, `${width} × ${height}`, needed)
  }
  return { bytes, hash: createHash('sha256').update(bytes).digest('hex').slice(0, 32), ...read }
}

function refusal(bytes: Buffer): string {
  const isSvg = /<svg|<\?xml/i.test(bytes.subarray(0, 512).toString('latin1'))
  return isSvg ? 'a PNG or WebP is needed: SVG may carry script and is not taken' : 'a PNG or WebP is needed'
}

type Read = Pick<Logo, 'type' | 'width' | 'height'>

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

function pngOf(bytes: Buffer): Read | undefined {
  if (bytes.length < 33 || !bytes.subarray(0, 8).equals(PNG)) return undefined
  if (bytes.toString('latin1', 12, 16) !== 'IHDR') return undefined
  return { type: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}

function webpOf(bytes: Buffer): Read | undefined {
  if (bytes.length < 30 || bytes.toString('latin1', 0, 4) !== 'RIFF') return undefined
  if (bytes.toString('latin1', 8, 12) !== 'WEBP') return undefined
  const size = sizeOfChunk(bytes, bytes.toString('latin1', 12, 16))
  return size && { type: 'image/webp', ...size }
}

/** Each of the three ways in which a WebP begins says its size elsewhere. */
function sizeOfChunk(bytes: Buffer, chunk: string): Omit<Read, 'type'> | undefined {
  if (chunk === 'VP8X') {
    return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
  }
  if (chunk === 'VP8L') {
    const packed = bytes.readUInt32LE(21)
    return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 }
  }
  if (chunk === 'VP8 ') {
    return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
  }
  return undefined
}
