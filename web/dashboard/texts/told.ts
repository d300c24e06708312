/** The shape of all texts, with any words in it. */
export type Told<Text> = Text extends string
  ? string
  : Text extends (...given: infer Given) => infer Said
    ? (...given: Given) => Told<Said>
    : Text extends readonly (infer Each)[]
      ? readonly Told<Each>[]
      : { readonly [Name in keyof Text]: Told<Text[Name]> }

/** The same, of which parts may be missing. */
export type SomeTold<Text> = Text extends string | readonly unknown[] | ((...given: never[]) => unknown)
  ? Told<Text>
  : { readonly [Name in keyof Text]?: SomeTold<Text[Name]> }

/** One language on the ground of another: what it does not say yet is said in that one. */
export function onGround<Text>(ground: Text, told: unknown): Text {
  if (!isPart(ground) || !isPart(told)) return told === undefined ? ground : (told as Text)
  const names = Object.keys(ground)
  return Object.fromEntries(
    names.map((name) => [name, onGround(Reflect.get(ground, name), Reflect.get(told, name))]),
  ) as Text
}

function isPart(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
