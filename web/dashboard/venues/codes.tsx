import { type ReceiptCode, receipts } from '@tillback/sdk'
import { Badge } from '../../kit/badge.tsx'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { barcodeFit, type Fit, type PaperMm, qrFit } from '../../kit/code-fit.ts'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Fact, Facts } from '../../kit/facts.tsx'
import { FieldRow, SelectField, TextField } from '../../kit/field.tsx'
import { Rows } from '../../kit/rows.tsx'
import { type Address, filtered, viewOf } from '../address.ts'
import { Link } from '../link.tsx'
import { useNames } from '../queries.ts'
import { NAMES, useRead } from '../read.ts'
import { texts } from '../texts.ts'
import { go } from '../use-address.ts'
import styles from '../view.module.css'
import type { ViewProps } from '../views.tsx'
import { CodePreview } from './code-preview.tsx'
import { CodeReading } from './code-reading.tsx'

const words = texts.codes
const PAPERS: readonly PaperMm[] = [58, 80]
const TONES = { FITS: 'positive', TIGHT: 'warning', TOO_WIDE: 'negative' } as const
const ICONS = { FITS: 'check', TIGHT: 'alert', TOO_WIDE: 'cross' } as const

/** What a venue's receipts carry, and whether it fits the paper before ten thousand are printed. */
export function Codes({ address }: ViewProps) {
  const { organisations, venues } = useNames()
  const venue = venues.find(({ id }) => id === address.filters.venue) ?? venues[0]
  const longest = useLongest()
  if (!venue) {
    return (
      <EmptyState icon="store" title={texts.venues.empty.title}>
        <p>{texts.venues.empty.text}</p>
        <p>
          <Link to={viewOf('venues')}>{texts.venues.create}</Link>
        </p>
      </EmptyState>
    )
  }
  const merchant = organisations.find(({ id }) => id === venue.parent?.id)
  const receipt = address.filters.receipt ?? longest?.receipt ?? words.sample
  const amount = address.filters.amount ?? longest?.amount ?? '12.50'
  // A till that names neither sends what stands for nothing; the same as the server.
  const fields = {
    receipt,
    amount,
    merchant: merchant?.taps[0]?.code ?? '0',
    venue: venue.taps[0]?.code ?? '0',
  }
  const told = codesOf(fields)
  const paper = PAPERS.find((each) => String(each) === address.filters.paper) ?? 80
  const kind = address.filters.kind === 'barcode' ? 'barcode' : 'qr'
  const set = (name: string) => (value: string) => go(filtered(address, { [name]: value }), { replace: true })
  return (
    <>
      <p className={styles.lead}>{words.means}</p>
      <div className={styles.halves}>
        <div>
          <Card title={words.title}>
            <FieldRow>
              <SelectField
                label={words.venue}
                value={venue.id}
                options={venues.map(({ id, name }) => [id, name])}
                onChange={set('venue')}
              />
              <SelectField
                label={words.paper}
                value={String(paper)}
                options={PAPERS.map((mm) => [String(mm), words.mm(mm)])}
                onChange={set('paper')}
              />
              <SelectField
                label={words.code}
                value={kind}
                options={Object.entries(words.kinds)}
                onChange={set('kind')}
              />
            </FieldRow>
            <FieldRow>
              <TextField
                label={words.receipt}
                hint={words.receiptHint}
                value={receipt}
                onChange={set('receipt')}
                error={typeof told === 'string' ? told : undefined}
                autoComplete="off"
                spellCheck={false}
              />
              <TextField
                label={words.amount}
                hint={words.amountHint}
                value={amount}
                onChange={set('amount')}
                inputMode="decimal"
                autoComplete="off"
              />
            </FieldRow>
            <Numbers address={address} merchant={fields.merchant} venue={fields.venue} />
          </Card>
          {typeof told !== 'string' && <Verdicts told={told} />}
          {typeof told !== 'string' && <CodeReading text={told[kind]} />}
        </div>
        <div>
          {typeof told !== 'string' && (
            <Card
              title={words.preview}
              aside={
                <Button icon="print" onClick={() => print()}>
                  {words.print}
                </Button>
              }
            >
              <CodePreview
                place={{ venue: venue.name, merchant: merchant?.name, zone: venue.time_zone }}
                sale={{ receipt, amount: Number(amount), currency: venue.currency_code }}
                code={{ kind, text: told[kind], paper }}
              />
            </Card>
          )}
        </div>
      </div>
    </>
  )
}

interface Told {
  readonly qr: string
  readonly barcode: string
}

/** Both codes, or why there are none. */
function codesOf(fields: ReceiptCode): Told | string {
  try {
    return { qr: receipts.qrText(fields), barcode: receipts.barcodeText(fields) }
  } catch (error) {
    return error instanceof RangeError ? error.message : words.wrong
  }
}

/** The longest number among the latest purchases, with the largest amount: what has to fit. */
function useLongest() {
  const latest = useRead(
    ['purchases', 'for-codes'],
    (client, options) => client.purchases.list({ size: 100 }, options),
    { interval: NAMES },
  )
  const found = latest.data?.content ?? []
  const [longest] = found
    .map(({ reference_number }) => reference_number ?? '')
    .toSorted((a, b) => b.length - a.length)
  const most = Math.max(0, ...found.map(({ transaction_amounts }) => transaction_amounts.total))
  return longest ? { receipt: longest, amount: most.toFixed(2) } : undefined
}

function Numbers({
  address,
  merchant,
  venue,
}: {
  readonly address: Address
  readonly merchant: string
  readonly venue: string
}) {
  return (
    <>
      <Facts>
        <Fact name={words.merchant}>{merchant}</Fact>
        <Fact name={words.venueNumber}>{venue}</Fact>
      </Facts>
      {(merchant === '0' || venue === '0') && (
        <p className={styles.note}>
          {words.noNumber} <Link to={{ ...viewOf('venues'), page: address.page }}>{words.giveNumber}</Link>
        </p>
      )}
    </>
  )
}

function Verdicts({ told }: { readonly told: Told }) {
  const rows = PAPERS.flatMap((paper) => [
    { paper, kind: 'qr' as const, fit: qrFit(told.qr, paper) },
    { paper, kind: 'barcode' as const, fit: barcodeFit(told.barcode, paper) },
  ])
  return (
    <Card title={words.width}>
      <p className={styles.note}>{words.widthMeans}</p>
      <Rows
        label={words.width}
        head={[words.code, words.verdict, words.widthOf, words.module]}
        texts={[1]}
        rows={rows.map(({ paper, kind, fit }) => ({
          key: `${kind} ${paper}`,
          cells: [
            `${words.kinds[kind]}, ${words.mm(paper)}`,
            <Verdict key="verdict" fit={fit} />,
            fit === undefined ? texts.nothing : words.millimetres(fit.widthMm),
            fit === undefined ? texts.nothing : words.dots(fit.dots, fit.moduleMm),
          ],
        }))}
      />
    </Card>
  )
}

function Verdict({ fit }: { readonly fit: Fit | undefined }) {
  if (!fit) {
    return (
      <Badge tone="negative" icon="cross">
        {words.cannot}
      </Badge>
    )
  }
  return (
    <Badge tone={TONES[fit.verdict]} icon={ICONS[fit.verdict]}>
      {words.verdicts[fit.verdict]}
    </Badge>
  )
}
