/** What every business begins with is told in the language of who looks, what it named itself as it calls it. */
export function toldAs(name: string, known: Readonly<Record<string, string>>): string {
  return Object.entries(known).find(([each]) => each === name)?.[1] ?? name
}
