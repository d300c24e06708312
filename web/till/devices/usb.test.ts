import { afterEach, expect, test, vi } from 'vitest'
import { printByUsb } from './usb.ts'

const PAPER = new Uint8Array([0x1b, 0x40, 0x0a])

afterEach(() => {
  vi.unstubAllGlobals()
})

/** A printer beside something else in one housing, as they come; what it took is told. */
function plugIn({ isOff = false, answer = 'ok' } = {}) {
  const taken: [endpoint: number, bytes: BufferSource][] = []
  const end = (endpointNumber: number, direction: string) => ({ endpointNumber, direction, type: 'bulk' })
  const face = (interfaceNumber: number, interfaceClass: number, ...endpoints: object[]) => ({
    interfaceNumber,
    alternate: { interfaceClass, endpoints },
  })
  const device = {
    configuration: { interfaces: [face(0, 3, end(1, 'in')), face(1, 7, end(2, 'in'), end(3, 'out'))] },
    open: async () => {
      if (isOff) throw new Error('no device')
    },
    close: async () => {},
    claimInterface: async () => {},
    releaseInterface: async () => {},
    transferOut: async (endpoint: number, bytes: BufferSource) => {
      taken.push([endpoint, bytes])
      return { status: answer }
    },
  }
  vi.stubGlobal('navigator', { usb: { getDevices: async () => [device] } })
  return taken
}

test('what is printed by USB goes out at the printer, whatever else is in its housing', async () => {
  const taken = plugIn()
  await printByUsb(PAPER)
  expect(taken).toEqual([[3, PAPER]])
})

test.each`
  what                            | problem          | given
  ${'a browser without USB'}      | ${'UNSUPPORTED'} | ${{}}
  ${'no printer that was chosen'} | ${'NOT_CHOSEN'}  | ${{ usb: { getDevices: async () => [] } }}
`('$what is told as $problem', async ({ problem, given }) => {
  vi.stubGlobal('navigator', given)
  await expect(printByUsb(PAPER)).rejects.toMatchObject({ kind: problem })
})

test.each`
  what                          | problem        | printer
  ${'one that is off'}          | ${'NOT_THERE'} | ${{ isOff: true }}
  ${'one that is out of paper'} | ${'REFUSED'}   | ${{ answer: 'stall' }}
`('$what is told as $problem', async ({ problem, printer }) => {
  plugIn(printer)
  await expect(printByUsb(PAPER)).rejects.toMatchObject({ kind: problem })
})
