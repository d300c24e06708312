const MOST = 400

/** Every day from the first to the last, so that a gap in time is a gap in a chart; of a very long time only the end. */
export function everyDay(first: string, last: string): readonly string[] {
  if (first === '' || last === '') return []
  const days: string[] = []
  const at = new Date(`${last}T00:00:00Z`)
  while (days.length < MOST && at.toISOString().slice(0, 10) >= first) {
    days.unshift(at.toISOString().slice(0, 10))
    at.setUTCDate(at.getUTCDate() - 1)
  }
  return days
}
