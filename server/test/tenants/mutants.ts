/** A statement that has lost one place where its tenant stood. */
export interface Mutant {
  readonly mutant: string
  readonly lost: string
}

const COLUMN = String.raw`(?:"?\w+"?\.)?"?\btenant"?`
const VALUE = String.raw`(?:any ?\(\$\d+(?:::int(?:eger)?\[\])?\)|\$\d+(?:::int(?:eger)?)?|"?\w+"?\."?tenant"?)`
const FILTER = new RegExp(`${COLUMN} = ${VALUE}`, 'g')
const INSERTED = /(?<=insert into [^(]*\()"?tenant"?, /g

/** Each filter by the tenant becomes one that always holds; each insert names its tenant no more. */
export function mutantsOf(text: string): readonly Mutant[] {
  const without = (places: RegExp, instead: string) =>
    [...text.matchAll(places)].map(({ index, 0: lost }) => ({
      mutant: text.slice(0, index) + instead + text.slice(index + lost.length),
      lost,
    }))
  return [...without(FILTER, 'true'), ...without(INSERTED, '')]
}
