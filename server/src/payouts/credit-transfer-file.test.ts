import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSchema } from '../../test/credit-transfers/schema.ts'
import { type Element, readXml } from '../../test/credit-transfers/xml.ts'
import { startServer, type TestServer } from '../../test/harness.ts'
import { account, openPayoutShop, type PayoutShop } from '../../test/payout-shop.ts'
import { type CreditTransferFile, creditTransferXml } from './credit-transfer-file.ts'

const XSD = fileURLToPath(new URL('../../test/credit-transfers/pain.001.001.09-sepa.xsd', import.meta.url))
const schema = readSchema(readFileSync(XSD, 'utf8'))

const transfer = {
  endToEndId: '01KB0Y2S5V7Q3M8T4R6W9X0ABC-1',
  amount: 1_250n,
  holder: 'Μαρία Πέτρου',
  iban: 'CY17002001280000001200527600',
  bic: undefined,
  purpose: 'Cashback Corner & Co <Ltd>',
}
const file: CreditTransferFile = {
  messageId: '01KB0Y2S5V7Q3M8T4R6W9X0ABC',
  createdAt: new Date('2026-11-24T10:30:00.123Z'),
  executionDate: '2026-11-25',
  debtor: { name: 'Corner Shops Ltd', iban: 'CY17002001280000001200527600', bic: 'BCYPCY2N' },
  transfers: [transfer, { ...transfer, endToEndId: 'OTHER-1', bic: 'BCYPCY2N010', amount: 1n }],
}

/** All that the schema says, and what it cannot say: sums, uniqueness, and where slashes may stand. */
function problems(xml: string): readonly string[] {
  const found = [...schema.problems(xml)]
  const initiation = child(readXml(xml), 'CstmrCdtTrfInitn')
  const header = child(initiation, 'GrpHdr')
  const instructions = initiation.children.filter(({ name }) => name === 'PmtInf')
  const transfersOf = (each: Element) => each.children.filter(({ name }) => name === 'CdtTrfTxInf')
  const all = instructions.flatMap(transfersOf)
  const counted = (of: Element, transfers: readonly Element[]) => {
    if (Number(textAt(of, 'NbOfTxs')) !== transfers.length)
      found.push(`${of.name}/NbOfTxs is not the number of transfers`)
    if (cents(textAt(of, 'CtrlSum')) !== sumOf(transfers))
      found.push(`${of.name}/CtrlSum is not the sum of the amounts`)
  }
  counted(header, all)
  for (const each of instructions) counted(each, transfersOf(each))
  const ids = all.map((each) => textAt(each, 'PmtId', 'EndToEndId'))
  if (new Set(ids).size !== ids.length) found.push('EndToEndId is not unique')
  return found
}

function child(of: Element, name: string): Element {
  const found = of.children.find((each) => each.name === name)
  if (!found) throw new Error(`${of.name} has no ${name}`)
  return found
}

function textAt(of: Element, ...path: readonly string[]): string {
  return path.reduce(child, of).text
}

function cents(decimal: string): bigint {
  const [whole = '', fraction = ''] = decimal.split('.')
  return BigInt(whole + fraction.padEnd(2, '0'))
}

function sumOf(transfers: readonly Element[]): bigint {
  return transfers.reduce((sum, each) => sum + cents(textAt(each, 'Amt', 'InstdAmt')), 0n)
}

describe('a file of credit transfers', () => {
  test('keeps every rule of the message', () => {
    expect(problems(creditTransferXml(file))).toEqual([])
  })

  test('says what it says', () => {
    const initiation = child(readXml(creditTransferXml(file)), 'CstmrCdtTrfInitn')
    expect(textAt(initiation, 'GrpHdr', 'CreDtTm')).toBe('2026-11-24T10:30:00Z')
    const instruction = child(initiation, 'PmtInf')
    expect([
      textAt(instruction, 'NbOfTxs'),
      textAt(instruction, 'CtrlSum'),
      textAt(instruction, 'ChrgBr'),
    ]).toEqual(['2', '12.51', 'SLEV'])
    const first = child(instruction, 'CdtTrfTxInf')
    expect(textAt(first, 'Cdtr', 'Nm')).toBe('Maria Petroy')
    expect(textAt(first, 'RmtInf', 'Ustrd')).toBe('Cashback Corner + Co .Ltd.')
  })

  test('of a bank without BIC says so', () => {
    const xml = creditTransferXml({ ...file, debtor: { ...file.debtor, bic: undefined } })
    expect(problems(xml)).toEqual([])
    expect(xml).toContain('<DbtrAgt><FinInstnId><Othr><Id>NOTPROVIDED</Id></Othr></FinInstnId></DbtrAgt>')
  })

  test('keeps every rule whatever names, purposes and amounts are', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom('', ' ', '//', '&&<>', '🙂'),
    )
    const made = fc.record({ holder: text, purpose: text, amount: fc.bigInt(1n, 99_999_999_999n) })
    fc.assert(
      fc.property(text, fc.array(made, { minLength: 1, maxLength: 20 }), (name, transfers) => {
        const xml = creditTransferXml({
          ...file,
          debtor: { ...file.debtor, name },
          transfers: transfers.map((each, index) => ({ ...transfer, ...each, endToEndId: `E-${index}` })),
        })
        expect(problems(xml)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  const { error } = spawnSync('xmllint', ['--version'])
  test.skipIf(error !== undefined)('is valid for another reader of the schema as well', () => {
    const { stderr, status } = spawnSync('xmllint', ['--noout', '--schema', XSD, '-'], {
      input: creditTransferXml(file),
    })
    expect([status, String(stderr).trim()]).toEqual([0, '- validates'])
  })
})

describe('the rules find', () => {
  const xml = creditTransferXml(file)
  test.each<[string, string | RegExp, string, string]>([
    [
      'elements out of order',
      /(<MsgId>.*<\/MsgId>)(<CreDtTm>.*?<\/CreDtTm>)/,
      '$2$1',
      'has no MsgId in its place',
    ],
    ['an element that is missing', /<ChrgBr>.*<\/PmtInf>/, '</PmtInf>', 'has no CdtTrfTxInf in its place'],
    [
      'an element that is not known',
      '<ChrgBr>SLEV',
      '<Extra>1</Extra><ChrgBr>SLEV',
      'has Extra where it may not be',
    ],
    ['another namespace', 'pain.001.001.09', 'pain.001.001.03', 'the namespace is'],
    ['other charges', 'SLEV', 'SHAR', 'not one of its values'],
    ['another currency', 'Ccy="EUR"', 'Ccy="USD"', 'not one of its values'],
    ['no currency', ' Ccy="EUR"', '', 'has no Ccy'],
    ['an amount of nothing', '>12.50<', '>0.00<', 'breaks xs:minInclusive'],
    ['an amount with three decimals', '>12.50<', '>12.505<', 'breaks xs:fractionDigits'],
    ['an amount that is too large', '>12.50<', '>1000000000.00<', 'breaks xs:maxInclusive'],
    ['an IBAN of the wrong form', 'CY17002001280000001200527600', 'CY1', 'breaks xs:pattern'],
    ['a BIC of the wrong form', 'BCYPCY2N<', 'BCYPCY2<', 'breaks xs:pattern'],
    ['letters that are not Latin', 'Maria Petroy', 'Μαρία Πέτρου', 'breaks xs:pattern'],
    ['a name that is too long', 'Maria Petroy', 'M'.repeat(71), 'breaks xs:maxLength 70'],
    ['an empty name', 'Maria Petroy', '', 'breaks xs:minLength'],
    ['a reference that is too long', 'OTHER-1', 'O'.repeat(36), 'breaks xs:maxLength 35'],
    ['a reference with two slashes', 'OTHER-1', 'O//1', 'breaks xs:pattern'],
    ['a reference that begins with a slash', 'OTHER-1', '/O1', 'breaks xs:pattern'],
    ['a reference that is used twice', 'OTHER-1', transfer.endToEndId, 'EndToEndId is not unique'],
    ['a wrong number', '<NbOfTxs>2<', '<NbOfTxs>3<', 'NbOfTxs is not the number'],
    ['a wrong sum', '<CtrlSum>12.51<', '<CtrlSum>12.50<', 'CtrlSum is not the sum'],
    ['a day that is none', '2026-11-25', '2026-13-25', 'no xs:date'],
    ['a date for a time', '2026-11-24T10:30:00Z', '2026-11-24', 'no xs:dateTime'],
  ])('%s', (_, found, put, problem) => {
    const broken = xml.replace(found, put)
    expect(broken).not.toBe(xml)
    expect(problems(broken).join('\n')).toContain(problem)
  })
})

describe('payouts to bank accounts', () => {
  let server: TestServer
  let shop: PayoutShop
  beforeAll(async () => {
    server = await startServer()
    shop = await openPayoutShop(server)
    const sepa = { name: 'Corner Shops Ltd', iban: 'CY17002001280000001200527600', bic: 'BCYPCY2N' }
    await shop.call('POST', 'payout_providers', { kind: 'SEPA', sepa })
  })
  afterAll(() => server.stop())

  async function waiting(count = 2) {
    const maria = await shop.rich()
    const method = await shop.method(maria, account)
    const spends = []
    for (let number = 1; number <= count; number++) spends.push(await shop.spend(maria, 10 + number))
    await server.sendPayouts()
    return {
      maria,
      method,
      purchases: spends.map(({ body }) => body.id),
      ids: spends.map(({ body }) => body.payout.id),
    }
  }
  const make = async () => (await shop.call('POST', 'payouts/files', {})).body.file
  const act = (id: string, action: string) => shop.call('PUT', `payouts/files/${id}/actions`, { action })
  const states = async (ids: readonly string[]) =>
    Promise.all(ids.map(async (id) => (await shop.payout(id)).state))

  test('wait for a file, go with it, and are paid when the bank confirms', async () => {
    const { ids } = await waiting()
    expect(await states(ids)).toEqual(['PENDING', 'PENDING'])
    const made = await make()
    expect(made).toMatchObject({ state: 'MADE', payouts: 2, total: 23, currency_code: 'EUR' })
    expect(await states(ids)).toEqual(['SENDING', 'SENDING'])
    expect((await act(made.id, 'MARK_SENT')).body.state).toBe('SENT')
    expect([await states(ids), await shop.verify()]).toEqual([['SENT', 'SENT'], []])
    expect((await act(made.id, 'CONFIRM')).body.state).toBe('CONFIRMED')
    expect((await act(made.id, 'CONFIRM')).status).toBe(200)
    expect([await states(ids), await shop.verify()]).toEqual([['PAID', 'PAID'], []])
    expect(await make()).toBeNull()
  })

  test('are downloaded as a file that keeps the rules, the same each time', async () => {
    const { ids } = await waiting(3)
    const made = await make()
    const headers = { api_key: shop.key }
    const answer = await fetch(`${server.url}/backoffice/v2/payouts/files/${made.id}/content`, { headers })
    const xml = await answer.text()
    expect(answer.headers.get('content-type')).toContain('application/xml')
    expect(answer.headers.get('content-disposition')).toContain(`${made.message_id}.xml`)
    expect(problems(xml)).toEqual([])
    for (const id of ids) expect(xml).toContain((await shop.payout(id)).attempts[0].reference)
    const again = await shop.call('GET', `payouts/files/${made.id}/content?format=json`)
    expect(again.body.xml).toBe(xml)
    await act(made.id, 'CANCEL')
  })

  test('wait again when the bank never gets the file', async () => {
    const { ids } = await waiting(1)
    const first = await make()
    expect((await act(first.id, 'CANCEL')).body.state).toBe('CANCELLED')
    expect((await act(first.id, 'MARK_SENT')).body.error).toBe('CRM.EXCEPTIONS.INVALIDSTATEEXCEPTION')
    await server.sendPayouts()
    const second = await make()
    const payout = await shop.payout(ids[0])
    expect(
      payout.attempts.map(({ state, file_id }: { state: string; file_id: string }) => [state, file_id]),
    ).toContainEqual(['ASKED', second.id])
    await act(second.id, 'MARK_SENT')
    expect(await shop.verify()).toEqual([])
  })

  test('that the bank sends back are paid to the wallet', async () => {
    const { ids } = await waiting(2)
    const made = await make()
    await act(made.id, 'MARK_SENT')
    await shop.act(ids[0], 'MARK_RETURNED', { reason: 'AC04' })
    await act(made.id, 'CONFIRM')
    await server.sendPayouts()
    expect(await shop.payout(ids[0])).toMatchObject({ state: 'PAID', money: 'WALLET' })
    expect([await states(ids), await shop.verify()]).toEqual([['PAID', 'PAID'], []])
  })

  test('of a purchase that is voided while the file is on its way have to come back', async () => {
    const { maria, ids, purchases } = await waiting(1)
    const made = await make()
    await shop.call('POST', `purchases/${purchases[0]}/cancel`, {})
    expect(await shop.payout(ids[0])).toMatchObject({ state: 'SENDING', is_stopped: true })
    await act(made.id, 'MARK_SENT')
    expect(await states(ids)).toEqual(['REVERSAL_REQUIRED'])
    await shop.act(ids[0], 'CONFIRM_REVERSAL')
    expect([await shop.balance(maria), await shop.verify()]).toEqual([100, []])
  })

  test('of a purchase that is voided while the file is never sent end with it', async () => {
    const { maria, ids, purchases } = await waiting(1)
    const made = await make()
    await shop.call('POST', `purchases/${purchases[0]}/cancel`, {})
    await act(made.id, 'CANCEL')
    expect(await states(ids)).toEqual(['CANCELLED'])
    expect([await shop.balance(maria), await shop.verify()]).toEqual([100, []])
  })

  test('asked into a file by two at once are in one', async () => {
    await waiting(4)
    const files = (await Promise.all([make(), make(), make()])).filter(Boolean)
    expect(files.reduce((sum, { payouts }) => sum + payouts, 0)).toBe(4)
  })
})
