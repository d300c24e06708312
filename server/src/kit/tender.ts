/** Types of the means that were paid with, in capitals as offers name them; what the till sent without a type is passed over. */
export function tenderTypes(tender: readonly unknown[] | undefined): string[] {
  return (tender ?? []).flatMap((each) => {
    const isTyped = typeof each === 'object' && each !== null && 'type' in each
    return isTyped && typeof each.type === 'string' ? [each.type.toUpperCase()] : []
  })
}
