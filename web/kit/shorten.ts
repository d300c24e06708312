/** A long code with its middle left out; its end is what tells ids of one hour apart. */
export function shortenMiddle(text: string, { start = 4, end = 6 } = {}): string {
  return text.length <= start + end + 1 ? text : `${text.slice(0, start)}…${text.slice(-end)}`
}
