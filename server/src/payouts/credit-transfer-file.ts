import { decimalText, sum } from '../kit/money.ts'
import { latin } from './latin.ts'

/** One credit transfer of a file. */
export interface CreditTransfer {
  /** Unique for ever: the bank gives it back with whatever happens to the transfer. */
  readonly endToEndId: string
  /** Euro cents. */
  readonly amount: bigint
  readonly holder: string
  readonly iban: string
  readonly bic: string | undefined
  /** What the receiver reads. */
  readonly purpose: string
}

export interface Debtor {
  readonly name: string
  readonly iban: string
  readonly bic: string | undefined
}

export interface CreditTransferFile {
  /** Unique for ever: banks refuse a message that they have seen. */
  readonly messageId: string
  readonly createdAt: Date
  /** The day on which the bank is to pay, as in a calendar. */
  readonly executionDate: string
  readonly debtor: Debtor
  readonly transfers: readonly CreditTransfer[]
}

const NAMESPACE = 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09'
const NAME = 70
const PURPOSE = 140

/**
 * ISO 20022 CustomerCreditTransferInitiationV09 with the rules of SEPA credit transfers: euro, IBAN, Latin letters, shared
 * charges. One payment instruction, booked by the bank as one entry. The same file is the same text, byte for byte.
 */
export function creditTransferXml(file: CreditTransferFile): string {
  const { messageId, createdAt, debtor, transfers } = file
  const name = tag('Nm', text(latin(debtor.name, NAME)))
  const counted = [
    tag('NbOfTxs', String(transfers.length)),
    tag('CtrlSum', decimalText(sum(transfers.map(({ amount }) => amount)), 2)),
  ]
  const header = tag(
    'GrpHdr',
    tag('MsgId', messageId),
    tag('CreDtTm', `${createdAt.toISOString().slice(0, 19)}Z`),
    ...counted,
    tag('InitgPty', name),
  )
  const instruction = tag(
    'PmtInf',
    tag('PmtInfId', messageId),
    tag('PmtMtd', 'TRF'),
    tag('BtchBookg', 'true'),
    ...counted,
    tag('PmtTpInf', tag('SvcLvl', tag('Cd', 'SEPA'))),
    tag('ReqdExctnDt', tag('Dt', file.executionDate)),
    tag('Dbtr', name),
    tag('DbtrAcct', tag('Id', tag('IBAN', debtor.iban))),
    tag('DbtrAgt', tag('FinInstnId', debtor.bic === undefined ? NOT_PROVIDED : tag('BICFI', debtor.bic))),
    tag('ChrgBr', 'SLEV'),
    ...transfers.map(transferXml),
  )
  const document = tag('CstmrCdtTrfInitn', header, instruction)
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="${NAMESPACE}">${document}</Document>\n`
}

// Banks find the agent by the IBAN; the schema wants the element nevertheless.
const NOT_PROVIDED = tag('Othr', tag('Id', 'NOTPROVIDED'))

function transferXml({ endToEndId, amount, holder, iban, bic, purpose }: CreditTransfer): string {
  return tag(
    'CdtTrfTxInf',
    tag('PmtId', tag('EndToEndId', endToEndId)),
    tag('Amt', `<InstdAmt Ccy="EUR">${decimalText(amount, 2)}</InstdAmt>`),
    ...(bic === undefined ? [] : [tag('CdtrAgt', tag('FinInstnId', tag('BICFI', bic)))]),
    tag('Cdtr', tag('Nm', text(latin(holder, NAME)))),
    tag('CdtrAcct', tag('Id', tag('IBAN', iban))),
    tag('RmtInf', tag('Ustrd', text(latin(purpose, PURPOSE)))),
  )
}

function tag(name: string, ...children: readonly string[]): string {
  return `<${name}>${children.join('')}</${name}>`
}

/** A text of which nothing is left is said to be there all the same: the schema takes no empty name. */
function text(value: string): string {
  return value === '' ? '.' : value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
