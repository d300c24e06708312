import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const WIDTH = 640
const HEIGHT = 480
const MODULE = 10
const QUIET = 4
const PAPER = 235
const INK = 16
const GREY = 128

/**
 * What a camera sees that is held over a receipt: a film of one picture with the code's modules on it, for Chromium's own fake camera
 * (YUV4MPEG2, planar 4:2:0). Answers the file.
 */
export function receiptVideo(modules: readonly (readonly boolean[])[]): string {
  const side = (modules.length + 2 * QUIET) * MODULE
  if (side > HEIGHT) throw new RangeError(`${modules.length} modules are too many for the film`)
  const light = Buffer.alloc(WIDTH * HEIGHT, 180)
  const left = (WIDTH - side) >> 1
  const top = (HEIGHT - side) >> 1
  for (let y = 0; y < side; y++) light.fill(PAPER, (top + y) * WIDTH + left, (top + y) * WIDTH + left + side)
  for (const [row, line] of modules.entries()) {
    for (const [column, isDark] of line.entries()) {
      if (!isDark) continue
      for (let y = 0; y < MODULE; y++) {
        const at = (top + (row + QUIET) * MODULE + y) * WIDTH + left + (column + QUIET) * MODULE
        light.fill(INK, at, at + MODULE)
      }
    }
  }
  const colour = Buffer.alloc((WIDTH * HEIGHT) / 2, GREY)
  const frame = Buffer.concat([Buffer.from('FRAME\n'), light, colour])
  const film = Buffer.concat([
    Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420\n`),
    ...Array(10).fill(frame),
  ])
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'tillback-film-')), 'receipt.y4m')
  writeFileSync(file, film)
  return file
}
