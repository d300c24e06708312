import { english as plain, type Words } from '../../engine/index.ts'
import type { Timing } from '../../kit/timing.ts'
import { weekOf } from './week.ts'

const TENDERS: Readonly<Record<string, string>> = { CASH: 'cash', CARD: 'card' }
const CHANNELS: Readonly<Record<string, string>> = { POS: 'at the till', ONLINE: 'online' }

const said = plain.conditions

/** "on Mon–Fri 06:00–11:00" */
function openingHours(timing: Timing): string {
  const { days, isRun } = weekOf(timing.days ?? [])
  if (!isRun) return said.timings([timing])
  const ofDay = (day: number | undefined) => said.timings([{ days: [day ?? 1] }])
  const run = `${ofDay(days.at(0))}–${ofDay(days.at(-1)).replace(/^on /, '')}`
  const hours = said.timings([{ ...timing, days: undefined }])
  return hours === said.timings([{}]) ? run : `${run} ${hours}`
}

/** As the engine says it, which programs compare, but for what only people read: words for the codes that every shop has. */
export const english: Words = {
  ...plain,
  conditions: {
    ...said,
    timings: (windows) => plain.either(windows.map(openingHours)),
    channels: (names) =>
      `when bought ${plain.either(names.map((name) => CHANNELS[name] ?? said.channels([name])))}`,
    payment: (tenders, cards) =>
      said.payment(
        tenders.map((type) => TENDERS[type] ?? type),
        cards,
      ),
  },
}
