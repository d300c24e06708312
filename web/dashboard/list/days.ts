/** The first second of a day that was chosen, on the viewer's clock; undefined: no day. */
export function dayStart(day: string | undefined): number | undefined {
  if (day === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined
  const time = new Date(`${day}T00:00`).getTime()
  return Number.isNaN(time) ? undefined : Math.floor(time / 1_000)
}

/** From the first of two days until the end of the last, as the API asks for times. */
export function between(from: string | undefined, until: string | undefined) {
  const gte = dayStart(from)
  const last = dayStart(until)
  if (gte === undefined && last === undefined) return undefined
  const lt = last === undefined ? undefined : nextDay(last)
  return { ...(gte === undefined ? {} : { gte }), ...(lt === undefined ? {} : { lt }) }
}

/** Days are not always 24 hours long. */
function nextDay(at: number): number {
  const day = new Date(at * 1_000)
  day.setDate(day.getDate() + 1)
  return Math.floor(day.getTime() / 1_000)
}

/** The day of a moment as a place for a day is filled in with. */
export function dayOf(at: number): string {
  const day = new Date(at * 1_000)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}
