/** How much of the two the first is, as a length of a drawing; never so little that it cannot be seen. */
export function shareText(first: number, second: number): string {
  const total = Math.max(first, 0) + Math.max(second, 0)
  if (total === 0 || first <= 0) return '0%'
  if (second <= 0) return '100%'
  const share = Math.min(98, Math.max(2, (first / total) * 100))
  return `${Math.round(share * 10) / 10}%`
}
