import { parse } from 'libpg-query'

/**
 * Whether every table that a statement reads or writes is bound to a tenant: by a parameter, or by the tenant of another table that is
 * bound. Read from the syntax tree that PostgreSQL's own parser makes, so no spelling passes by chance.
 */

// The tree as the parser writes it; every node is an object under the name of its kind.
type Node = Readonly<Record<string, unknown>>

/** One table, sub-query or function in a FROM. */
interface Item {
  readonly alias: string
  /** Of a table with tenants; undefined: rows of a sub-query, which is judged by itself. */
  readonly table: string | undefined
}

interface Level {
  readonly items: Item[]
  readonly conditions: Node[]
  readonly outer: Level | undefined
}

/** Tables that no tenant owns. */
const WITHOUT_TENANT = /^(pg_|migrations$|exported$)/

/** The tables that are read or written for everybody, as `table` or `insert into table`; none: the statement keeps to one tenant. */
export async function unboundTables(text: string): Promise<readonly string[]> {
  const { stmts } = asNode(await parse(text))
  return listOf(stmts).flatMap((each) => statementOf(asNode(each.stmt), undefined, new Set()))
}

function statementOf(node: Node, outer: Level | undefined, known: ReadonlySet<string>): string[] {
  const [kind, inner] = Object.entries(node)[0] ?? ['', {}]
  const query = asNode(inner)
  if (kind === 'DeclareCursorStmt') return statementOf(asNode(query.query), outer, known)
  if (!/^(Select|Insert|Update|Delete|Merge)Stmt$/.test(kind)) return []
  const named = new Set(known)
  const found: string[] = []
  for (const each of listOf(asNode(query.withClause).ctes)) {
    const { ctename, ctequery } = asNode(each.CommonTableExpr)
    // A recursive one names itself; what it starts from is judged all the same.
    named.add(String(ctename))
    found.push(...statementOf(asNode(ctequery), outer, named))
  }
  const level: Level = { items: [], conditions: [], outer }
  for (const side of [query.larg, query.rarg]) {
    if (side) found.push(...statementOf({ SelectStmt: side }, outer, named))
  }
  if (kind === 'UpdateStmt' || kind === 'DeleteStmt')
    addItem({ RangeVar: query.relation }, level, named, found)
  for (const each of listOf(query.fromClause ?? query.usingClause)) addItem(each, level, named, found)
  if (query.whereClause) level.conditions.push(...conjunctsOf(asNode(query.whereClause)))
  if (kind === 'InsertStmt') found.push(...insertOf(query, named))
  const { withClause: _, larg: _l, rarg: _r, fromClause: _f, usingClause: _u, ...rest } = query
  found.push(...subQueriesIn(kind === 'InsertStmt' ? { ...rest, selectStmt: undefined } : rest, level, named))
  return [...found, ...unboundIn(level)]
}

function insertOf({ relation, cols, selectStmt }: Node, named: ReadonlySet<string>): string[] {
  const table = String(asNode(relation).relname)
  const columns = listOf(cols).map((each) => asNode(each.ResTarget).name)
  const missing = hasTenant(table, named) && !columns.includes('tenant') ? [`insert into ${table}`] : []
  return [...missing, ...(selectStmt ? statementOf(asNode(selectStmt), undefined, named) : [])]
}

function hasTenant(table: string, named: ReadonlySet<string>): boolean {
  return !named.has(table) && !WITHOUT_TENANT.test(table)
}

function addItem(node: Node, level: Level, named: ReadonlySet<string>, found: string[]): void {
  if (node.RangeVar) {
    const { relname, alias } = asNode(node.RangeVar)
    const table = String(relname)
    level.items.push({
      alias: String(asNode(alias).aliasname ?? table),
      table: hasTenant(table, named) ? table : undefined,
    })
  } else if (node.JoinExpr) {
    const { larg, rarg, quals, usingClause } = asNode(node.JoinExpr)
    addItem(asNode(larg), level, named, found)
    const before = [...level.items]
    addItem(asNode(rarg), level, named, found)
    if (quals) {
      level.conditions.push(...conjunctsOf(asNode(quals)))
      found.push(...subQueriesIn(asNode(quals), level, named))
    }
    const isByTenant = listOf(usingClause).some((each) => asNode(each.String).sval === 'tenant')
    if (!isByTenant) return
    for (const right of level.items.slice(before.length)) {
      for (const left of before) level.conditions.push(equalTenants(left, right))
    }
  } else {
    const { subquery, alias } = asNode(node.RangeSubselect ?? node.RangeFunction)
    if (subquery) found.push(...statementOf(asNode(subquery), level, named))
    level.items.push({ alias: String(asNode(alias).aliasname ?? ''), table: undefined })
  }
}

function conjunctsOf(node: Node): Node[] {
  const { boolop, args } = asNode(node.BoolExpr)
  return boolop === 'AND_EXPR' ? listOf(args).flatMap(conjunctsOf) : [node]
}

/** Every query within an expression, which sees the tables around it. */
function subQueriesIn(node: unknown, level: Level, named: ReadonlySet<string>): string[] {
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, inner]) =>
    /^(Select|Insert|Update|Delete)Stmt$/.test(key)
      ? statementOf({ [key]: inner }, level, named)
      : subQueriesIn(inner, level, named),
  )
}

/** The end of every chain of equal tenants that holds: a value, or rows that are bound by themselves. */
const HELD = Symbol('bound')
type Side = Item | typeof HELD

function unboundIn(level: Level): string[] {
  const bound = new Set<Side>([HELD, ...level.items.filter(({ table }) => table === undefined)])
  const equal = level.conditions.flatMap((each) => equalityOf(each, level))
  for (let grew = true; grew; ) {
    grew = false
    for (const [one, other] of equal) {
      if (bound.has(one) === bound.has(other)) continue
      bound.add(one).add(other)
      grew = true
    }
  }
  return level.items.filter((item) => !bound.has(item)).map(({ table }) => String(table))
}

function equalityOf(node: Node, level: Level): [Side, Side][] {
  const { testexpr, subLinkType } = asNode(node.SubLink)
  if (testexpr && subLinkType === 'ANY_SUBLINK') {
    const row = asNode(asNode(testexpr).RowExpr)
    const parts = testexpr && row.args ? listOf(row.args) : [asNode(testexpr)]
    return parts.flatMap((part) => tenantOf(part, level).map((item): [Side, Side] => [item, HELD]))
  }
  const { kind, name, lexpr, rexpr } = asNode(node.A_Expr)
  const isEqual = listOf(name).some((each) => asNode(each.String).sval === '=')
  if (!isEqual || !/^AEXPR_(OP|OP_ANY|IN)$/.test(String(kind))) return []
  const [lefts, rights] = [partsOf(asNode(lexpr)), partsOf(asNode(rexpr))]
  return lefts.flatMap((left, index) => {
    const right = rights[rights.length === lefts.length ? index : 0] ?? {}
    const [one] = tenantOf(left, level)
    const [other] = tenantOf(right, level)
    if (one && other) return [[one, other]]
    const item = one ?? other
    // A column that is no tenant may be of any row: it binds nothing.
    return item && !(one ? right : left).ColumnRef ? [[item, HELD]] : []
  })
}

function partsOf(node: Node): readonly Node[] {
  const { args } = asNode(node.RowExpr)
  return args ? listOf(args) : [node]
}

/** The table whose tenant an expression is, here or around; rows around are judged there. */
function tenantOf(node: Node, level: Level): Side[] {
  const fields = listOf(asNode(node.ColumnRef).fields).map((each) => asNode(each.String).sval)
  if (fields.at(-1) !== 'tenant') return []
  const alias = fields.length > 1 ? fields.at(-2) : undefined
  const here = level.items.find((item) =>
    alias === undefined ? item.table !== undefined : item.alias === alias,
  )
  return [here ?? HELD]
}

function equalTenants(left: Item, right: Item): Node {
  const column = ({ alias }: Item) => ({
    ColumnRef: { fields: [{ String: { sval: alias } }, { String: { sval: 'tenant' } }] },
  })
  return {
    A_Expr: {
      kind: 'AEXPR_OP',
      name: [{ String: { sval: '=' } }],
      lexpr: column(left),
      rexpr: column(right),
    },
  }
}

function asNode(value: unknown): Node {
  return typeof value === 'object' && value !== null ? (value as Node) : {}
}

function listOf(value: unknown): readonly Node[] {
  return Array.isArray(value) ? value : []
}
