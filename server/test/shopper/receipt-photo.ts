const MODULE = 8
const QUIET = 4
const HEAD = 54

/** A photo of a receipt with the code's modules on it, as a bitmap of 24 bits a pixel. */
export function receiptPhoto(modules: readonly (readonly boolean[])[]): Buffer {
  const side = (modules.length + 2 * QUIET) * MODULE
  // Rows begin at multiples of four bytes.
  const row = Math.ceil((side * 3) / 4) * 4
  const photo = Buffer.alloc(HEAD + row * side, 255)
  photo.fill(0, 0, HEAD)
  photo.write('BM')
  photo.writeUInt32LE(photo.length, 2)
  photo.writeUInt32LE(HEAD, 10)
  photo.writeUInt32LE(40, 14)
  photo.writeInt32LE(side, 18)
  // Below zero: from the top down.
  photo.writeInt32LE(-side, 22)
  photo.writeUInt16LE(1, 26)
  photo.writeUInt16LE(24, 28)
  for (const [y, line] of modules.entries()) {
    for (const [x, isDark] of line.entries()) {
      if (!isDark) continue
      for (let down = 0; down < MODULE; down++) {
        const start = HEAD + ((y + QUIET) * MODULE + down) * row + (x + QUIET) * MODULE * 3
        photo.fill(0, start, start + MODULE * 3)
      }
    }
  }
  return photo
}
