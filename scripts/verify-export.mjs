#!/usr/bin/env node
// Proves an export of the books (GET ledger/export) with no code of the product: node scripts/verify-export.mjs ledger.jsonl
// The format is told in server/src/ledger/README.md. Runs on any Node from 18 and needs nothing but this file.
import { createHash } from 'node:crypto'
import { createReadStream, realpathSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const USAGE = `node verify-export.mjs [options] [FILE]     (without FILE, or with -, it reads standard input)

  --seal N:HASH   the export must have seal N with this hash, which you kept from earlier; may be given several times
  --most N        how many faults are named (50)

It ends with 0 when everything holds, with 1 when something is wrong, with 2 when it could not look.`

const ORDER = ['header', 'account', 'lot', 'seal', 'sealed', 'transfer', 'end']
const WALLET_MONEY = ['CONTACT_OPEN', 'CONTACT_COMMERCE']
/** What is owed to contacts, or to whoever has a pass that was paid: nobody can have less than nothing of it. */
const NEVER_BELOW_ZERO = [...WALLET_MONEY, 'CONTACT_BLOCKED', 'PASS_CLEARING']

/** How a field may look, and the fields of every kind of record; a question mark: or null. Money and entry numbers are text. */
const LOOKS = {
  uuid: /^"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"$/,
  sha: /^"[0-9a-f]{64}"$/,
  money: /^"(0|-?[1-9]\d*)"$/,
  count: /^"(0|[1-9]\d*)"$/,
  int: /^(0|-?[1-9]\d{0,15})$/,
  word: /^"[A-Z_]+"$/,
  flag: /^(true|false)$/,
  format: /^"tillback-ledger-1"$/,
}
const FIELDS = {
  header: 'format:format tenant:int business:uuid mode:word at:int',
  account: 'id:uuid kind:word owner:uuid currency:word lane:int closed:flag balance:money seq:count head:sha',
  lot: `id:uuid wallet:uuid pool:uuid? amount:count remaining:count expired:count currency:word available_at:int
        expires_at:int? funder:uuid? offer:uuid? offer_version:int? journal:uuid`,
  seal: 'number:int at:int accounts:int previous:sha hash:sha',
  sealed: 'number:int account:uuid seq:count head:sha',
  transfer: `journal:uuid line:int kind:word amount:count currency:word from:uuid from_seq:count from_balance:money
             to:uuid to_seq:count to_balance:money lot:uuid? reverses:int? at:int from_hash:sha to_hash:sha`,
  end: 'accounts:int lots:int seals:int sealeds:int transfers:int',
}
const SPECS = new Map(
  Object.entries(FIELDS).map(([type, text]) => [type, text.split(/\s+/).map((each) => each.split(':'))]),
)

const sha256 = (text) => createHash('sha256').update(text).digest('hex')

/** Reads the pieces of an export (bytes); answers how much was read, and every fault with its line. */
export async function verifyExport(pieces, { seals: kept = [], most = 50 } = {}) {
  const faults = []
  let found = 0
  const fault = (line, what) => {
    found += 1
    if (faults.length < most) faults.push(`line ${line}: ${what}`)
  }
  const books = emptyBooks(kept, fault)
  let [number, check, stage] = [0, '', 0]
  for await (const bytes of linesOf(pieces)) {
    number += 1
    const line = readLine(bytes, check)
    check = line.check
    for (const what of line.wrong) fault(number, what)
    if (!line.record) continue
    const rank = ORDER.indexOf(line.record.type)
    if (rank < stage || (number === 1) !== (rank === 0))
      fault(number, `a record of type ${line.record.type} does not belong here`)
    stage = Math.max(stage, rank)
    TAKES[line.record.type](books, line.record, number)
  }
  if (stage < ORDER.length - 1) fault(number + 1, 'the export stops before its end')
  close(books, number + 1)
  return { holds: found === 0, found, faults, counts: books.counts }
}

async function* linesOf(pieces) {
  let rest = Buffer.alloc(0)
  for await (const piece of pieces) {
    let bytes = Buffer.concat([rest, Buffer.from(piece)])
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10)) {
      yield bytes.subarray(0, end)
      bytes = bytes.subarray(end + 1)
    }
    rest = bytes
  }
  if (rest.length > 0) yield rest
}

/** The record of a line, and what is wrong with the line itself. */
function readLine(bytes, before) {
  const text = bytes.toString('utf8')
  const [, content, check = ''] = /^(\{.*),"check":"([0-9a-f]{16})"\}$/.exec(text) ?? []
  const wrong = []
  if (content === undefined) wrong.push('it does not end with its check')
  else if (sha256(before + content).slice(0, 16) !== check || !Buffer.from(text).equals(bytes))
    wrong.push('it is not as it was written, or the line before is another')
  let record
  try {
    record = JSON.parse(text)
  } catch {
    return { check, wrong: [...wrong, 'it is not JSON'] }
  }
  const fields = SPECS.get(record?.type)
  if (!fields) return { check, wrong: [...wrong, `${String(record?.type)} is not a type of record`] }
  const bad = fields.filter(([name, look]) => !looks(record[name], look)).map(([name]) => name)
  for (const name of bad) wrong.push(`${record.type}.${name} is ${JSON.stringify(record[name])}`)
  const known = ['type', 'check', ...fields.map(([name]) => name)]
  for (const name of Object.keys(record))
    if (!known.includes(name)) wrong.push(`${record.type}.${name} is not a field`)
  return { record: bad.length === 0 ? record : undefined, check, wrong }
}

function looks(value, look) {
  if (look.endsWith('?')) return value === null || looks(value, look.slice(0, -1))
  return LOOKS[look].test(JSON.stringify(value) ?? '')
}

function emptyBooks(kept, fault) {
  return {
    fault,
    kept: new Map(kept.map((each) => each.split(':')).map(([number, hash]) => [Number(number), hash])),
    accounts: new Map(),
    lots: new Map(),
    seals: new Map(),
    counts: { accounts: 0, lots: 0, seals: 0, sealeds: 0, transfers: 0 },
  }
}

/** What each kind of record adds to what is known. */
const TAKES = {
  header: (books, { tenant }) => {
    books.tenant = tenant
    books.lastSeal = { number: 0, hash: sha256(`tillback-seals-1|${tenant}`) }
  },
  account: ({ counts, accounts, tenant, fault }, a, line) => {
    counts.accounts += 1
    if (accounts.has(a.id)) fault(line, `account ${a.id} is there twice`)
    const hash = sha256(`tillback-account-1|${tenant}|${a.id}|${a.kind}|${a.owner}|${a.currency}|${a.lane}`)
    const told = { balance: BigInt(a.balance), seq: BigInt(a.seq) }
    const soFar = { balance: 0n, seq: 0n, hash, waiting: new Map(), pins: new Map() }
    accounts.set(a.id, { ...a, ...soFar, line, told, name: `account ${a.id} (${a.kind})` })
  },
  lot: ({ counts, lots, fault }, lot, line) => {
    counts.lots += 1
    if (lots.has(lot.id)) fault(line, `lot ${lot.id} is there twice`)
    const remaining = BigInt(lot.remaining)
    if (remaining + BigInt(lot.expired) > BigInt(lot.amount))
      fault(line, `lot ${lot.id} has more than it was given`)
    const kind = lot.pool === null ? 'CONTACT_OPEN' : 'CONTACT_COMMERCE'
    lots.set(lot.id, { line, wallet: lot.wallet, kind, currency: lot.currency, remaining, flowed: 0n })
  },
  seal: (books, seal, line) => {
    const { counts, lastSeal, kept, fault, tenant } = books
    const { number, at, previous, accounts } = seal
    counts.seals += 1
    if (number !== (lastSeal?.number ?? 0) + 1)
      fault(line, `seal ${number} does not follow seal ${lastSeal?.number}`)
    if (previous !== lastSeal?.hash) fault(line, `seal ${number} does not name the hash of the seal before`)
    if ((kept.get(number) ?? seal.hash) !== seal.hash)
      fault(line, `seal ${number} has another hash than the one kept`)
    kept.delete(number)
    const running = createHash('sha256').update(`${previous}|${tenant}|${number}|${at}|${accounts}`)
    books.seals.set(number, { ...seal, line, running, pinned: 0 })
    books.lastSeal = seal
  },
  sealed: ({ counts, seals, accounts, fault }, { number, account: id, seq, head }, line) => {
    counts.sealeds += 1
    const [seal, account] = [seals.get(number), accounts.get(id)]
    if (!seal) return fault(line, `seal ${number} is not there`)
    seal.running.update(`\n${id}|${seq}|${head}`)
    seal.pinned += 1
    if (!account) return fault(line, `seal ${number} pins account ${id}, which is not there`)
    account.pins.set(BigInt(seq), { number, line, head })
  },
  transfer: (books, t, line) => {
    const { counts, accounts, fault } = books
    counts.transfers += 1
    const amount = BigInt(t.amount)
    const name = `line ${t.line} of journal ${t.journal}`
    const ends = [accounts.get(t.from), accounts.get(t.to)]
    if (amount === 0n) fault(line, `${name} moves nothing`)
    if (t.from === t.to) fault(line, `${name} has the same account at both ends`)
    if (ends.some((end) => end && end.currency !== t.currency))
      fault(line, `${name} is in another currency than its accounts`)
    const what = [books.tenant, t.journal, t.line, t.kind, t.amount, t.currency, t.from, t.from_seq]
    const where = [t.from_balance, t.to, t.to_seq, t.to_balance, t.lot ?? '-', t.reverses ?? '-', t.at]
    const entry = { text: [...what, ...where].join('|'), line }
    enter(books, { ...entry, amount: -amount }, [t.from, t.from_seq, t.from_balance, t.from_hash])
    enter(books, { ...entry, amount }, [t.to, t.to_seq, t.to_balance, t.to_hash])
    moveLot(books, { lot: t.lot, name, line, amount }, ends)
  },
  end: ({ counts, fault }, end, line) => {
    for (const [name, counted] of Object.entries(counts))
      if (end[name] !== counted) fault(line, `the end tells of ${end[name]} ${name}, ${counted} were read`)
  },
}

function moveLot({ lots, fault }, { lot: id, name, line, amount }, [from, to]) {
  const lot = lots.get(id)
  const isWallet = (account) => WALLET_MONEY.includes(account?.kind)
  if (lot) lot.flowed += (isWallet(to) ? amount : 0n) - (isWallet(from) ? amount : 0n)
  else if (id !== null) fault(line, `${name} moves lot ${id}, which is not there`)
  else if (isWallet(from) || isWallet(to)) fault(line, `${name} moves money of a wallet without a lot`)
}

/** An entry may come before its turn: it waits until those before it are read. */
function enter({ accounts, fault }, told, [id, seq, balance, hash]) {
  const entry = { ...told, seq: BigInt(seq), balance: BigInt(balance), hash }
  const account = accounts.get(id)
  if (!account) return fault(entry.line, `account ${id} entry ${seq}: there is no such account`)
  const { waiting } = account
  if (entry.seq <= account.seq || waiting.has(entry.seq))
    return fault(entry.line, `${account.name} has entry ${entry.seq} twice`)
  waiting.set(entry.seq, entry)
  for (let next = waiting.get(account.seq + 1n); next; next = waiting.get(account.seq + 1n)) {
    waiting.delete(next.seq)
    follow(account, next, fault)
  }
}

/** The entry comes next on its account. Later ones are judged by what it says, so that one fault is told once. */
function follow(account, { seq, balance, amount, hash, text, line }, fault) {
  const says = (what) => fault(line, `${account.name} entry ${seq}: ${what}`)
  const due = account.balance + amount
  if (due !== balance) says(`the balance is ${balance}, ${due} follows`)
  if (sha256(`${account.hash}|${text}`) !== hash)
    says('its hash does not follow from the entry before and what it holds')
  if (NEVER_BELOW_ZERO.includes(account.kind) && balance < 0n)
    says(
      `${WALLET_MONEY.includes(account.kind) ? 'a wallet is' : 'what is owed is'} at ${balance}, below zero`,
    )
  if (account.kind === 'CONTACT_DEBT' && balance > 0n) says(`a debt is at ${balance}, above zero`)
  const pin = account.pins.get(seq)
  if (pin && pin.head !== hash) says(`its hash is not what seal ${pin.number} pins in line ${pin.line}`)
  account.pins.delete(seq)
  Object.assign(account, { seq, balance, hash })
}

function close({ accounts, lots, seals, kept, fault }, last) {
  for (const account of accounts.values()) closeAccount(account, fault)
  for (const [id, { line, remaining, flowed }] of lots)
    if (flowed !== remaining) fault(line, `lot ${id} has ${remaining}, its transfers come to ${flowed}`)
  for (const { number, line, hash, accounts: told, pinned, running } of seals.values()) {
    if (told !== pinned) fault(line, `seal ${number} pins ${told} accounts, ${pinned} were read`)
    if (running.digest('hex') !== hash)
      fault(line, `seal ${number}: its hash does not follow from the seal before and what it pins`)
  }
  for (const number of kept.keys()) fault(last, `seal ${number}, whose hash was kept, is not there`)
  closeSums(accounts, lots, fault)
}

function closeAccount({ name, line, waiting, seq, balance, hash, head, told, pins }, fault) {
  const first = [...waiting.values()].sort((a, b) => (a.seq < b.seq ? -1 : 1))[0]
  if (first) return fault(first.line, `${name} entry ${first.seq}: entry ${seq + 1n} before it is missing`)
  if (told.seq !== seq) fault(line, `${name} counts ${told.seq} entries, ${seq} were read`)
  if (told.balance !== balance) fault(line, `${name} has ${told.balance}, its entries come to ${balance}`)
  if (head !== hash) fault(line, `${name} does not have the hash of entry ${seq} as its head`)
  for (const [pinned, { number, line }] of pins)
    fault(line, `${name} entry ${pinned}, which seal ${number} pins, is not there`)
}

/** Sums of all accounts of a currency are zero, and wallets hold what their lots do. */
function closeSums(accounts, lots, fault) {
  const [sums, held] = [new Map(), new Map()]
  const add = (map, key, amount) => map.set(key, (map.get(key) ?? 0n) + amount)
  for (const { kind, owner, currency, told } of accounts.values()) {
    add(sums, currency, told.balance)
    if (WALLET_MONEY.includes(kind)) add(held, `${kind} of wallet ${owner} in ${currency}`, told.balance)
  }
  for (const { kind, wallet, currency, remaining } of lots.values())
    add(held, `${kind} of wallet ${wallet} in ${currency}`, -remaining)
  for (const [currency, sum] of sums) if (sum !== 0n) fault(1, `all accounts in ${currency} sum to ${sum}`)
  for (const [name, rest] of held) if (rest !== 0n) fault(1, `${name} differs from its lots by ${rest}`)
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seal: { type: 'string', multiple: true, default: [] },
      most: { type: 'string', default: '50' },
      help: { type: 'boolean', default: false },
    },
  })
  const [file = '-'] = positionals
  if (values.seal.some((each) => !/^\d+:[0-9a-f]{64}$/.test(each))) throw new Error(USAGE)
  if (values.help) return console.log(USAGE)
  const options = { seals: values.seal, most: Number(values.most) }
  const report = await verifyExport(file === '-' ? process.stdin : createReadStream(file), options)
  for (const each of report.faults) console.log(each)
  if (report.found > report.faults.length) console.log(`and ${report.found - report.faults.length} more`)
  const read = Object.entries(report.counts).map(([name, many]) => `${many} ${name}`)
  console.log(`${report.holds ? 'Everything holds' : `${report.found} faults`}: ${read.join(', ')}.`)
  process.exitCode = report.holds ? 0 : 1
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main().catch((error) => {
    console.error(error?.message ?? String(error))
    process.exitCode = 2
  })
}
