import { type Call, type Operation, send, type TillbackOptions } from './call.ts'
import { type Groups, operations } from './operations.gen.ts'
import { everyItem } from './pages.ts'
import { everyEvent, type StreamOptions } from './streams.ts'

export interface Tillback extends Groups {}

/**
 * The client: `client.purchases.submit(…)`, one group for every group of the reference and one method for
 * every operation.
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the constructor adds the groups
export class Tillback {
  constructor(options: TillbackOptions) {
    if (options.apiKey === '')
      throw new TypeError('apiKey is empty; it is on the first page of the dashboard')
    for (const [group, table] of Object.entries(operations)) {
      Reflect.set(this, group, groupOf(table, options))
    }
  }
}

type Method = (...args: readonly unknown[]) => unknown

function groupOf(
  table: Readonly<Record<string, Operation>>,
  options: TillbackOptions,
): Readonly<Record<string, Method>> {
  const run = (call: Call) => send(options, call)
  const group: Record<string, Method> = {}
  for (const [name, operation] of Object.entries(table)) {
    group[name] = operation.streams
      ? (...args) => streamOf(options, callOf(operation, args))
      : (...args) => run(callOf(operation, args))
    if (operation.pages !== undefined) group[operation.pages] = (...args) => pagesOf(operation, args, run)
  }
  return group
}

function streamOf(client: TillbackOptions, { options, ...call }: TypedCall): AsyncGenerator<unknown, void> {
  // The edge: the generated interfaces hold callers of streams to these options.
  return everyEvent(client, call, options as StreamOptions | undefined)
}

function pagesOf(
  operation: Operation,
  args: readonly unknown[],
  run: (call: Call) => Promise<unknown>,
): AsyncGenerator<unknown, void> {
  const { given, ...call } = callOf(operation, args)
  return everyItem((query) => run({ ...call, given: query }), given ?? {})
}

/**
 * Arguments stand in the order of the path's parameters, then the body or query if there is one, then the
 * options.
 */
function callOf(operation: Operation, args: readonly unknown[]): TypedCall {
  const count = operation.path.match(/\{/g)?.length ?? 0
  const rest = args.slice(count)
  const [given, options] = operation.takes === undefined ? [undefined, ...rest] : rest
  // The edge: the generated interfaces of the groups are what holds callers to these types.
  return { operation, params: args.slice(0, count).map(String), given, options } as TypedCall
}

type TypedCall = Call & { readonly given?: object }
