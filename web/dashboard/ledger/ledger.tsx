import { Answer } from '../../kit/answer.tsx'
import { Badge } from '../../kit/badge.tsx'
import { Button } from '../../kit/button.tsx'
import { Icon } from '../../kit/icon.tsx'
import { SkeletonRows } from '../../kit/skeleton.tsx'
import { Time } from '../../kit/time.tsx'
import { Stale } from '../list/stale.tsx'
import { LiveStatus } from '../live-status.tsx'
import { type LedgerReport, useLedgerReport } from '../queries.ts'
import { texts } from '../texts.ts'
import view from '../view.module.css'
import styles from './ledger.module.css'

const words = texts.ledger

/** Whether the books hold, rule by rule. */
export function Ledger() {
  const report = useLedgerReport()
  return (
    <div className={styles.ledger}>
      <header className={view.head}>
        <h1 className={view.title}>{words.title}</h1>
        <LiveStatus of={report} />
        <div className={view.end}>
          <Button onClick={() => report.refetch()} aria-disabled={report.isFetching}>
            {report.isFetching ? words.checking : words.checkNow}
          </Button>
        </div>
      </header>
      <p className={styles.lead}>{words.lead}</p>
      <Stale at={report.dataUpdatedAt} />
      <Answer to={report} waiting={<SkeletonRows rows={6} />}>
        {(told) => <Told report={told} checkedAt={report.dataUpdatedAt} />}
      </Answer>
    </div>
  )
}

function Told({ report, checkedAt }: { readonly report: LedgerReport; readonly checkedAt: number }) {
  const { holds, checks } = report
  const broken = checks.filter((check) => check.broken.length > 0).length
  return (
    <>
      <div className={styles.verdict} data-holds={holds}>
        <span className={styles.sign}>
          <Icon name={holds ? 'check' : 'alert'} size={28} />
        </span>
        <div>
          <p role="status" className={styles.words}>
            {holds ? words.holds : words.broken(broken)}
          </p>
          <p>{holds ? words.holdsMeans(checks.length) : words.brokenMeans}</p>
          <p className={styles.when}>
            {words.checked} <Time at={Math.floor(checkedAt / 1_000)} />, {words.again}.
          </p>
        </div>
      </div>
      <Rules checks={checks} />
    </>
  )
}

type Check = LedgerReport['checks'][number]

function Rules({ checks }: { readonly checks: readonly Check[] }) {
  return (
    <table className={styles.rules} aria-label={words.caption}>
      <thead>
        <tr>
          <th scope="col">{words.columns.rule}</th>
          <th scope="col" data-figures="">
            {words.columns.looked}
          </th>
          <th scope="col">{words.columns.result}</th>
        </tr>
      </thead>
      <tbody>
        {checks.map((check) => (
          <Rule key={check.name} check={check} />
        ))}
      </tbody>
    </table>
  )
}

function Rule({ check: { says, name, looked_at, broken } }: { readonly check: Check }) {
  return (
    <tr>
      <th scope="row">
        {says}
        <code className={styles.name}>{name}</code>
        <span className={styles.looked}>{words.looked(looked_at)}</span>
        {broken.length > 0 && (
          <div className={styles.broken}>
            <p>{words.first(broken.length)}</p>
            <ul>
              {broken.map((row) => (
                <li key={row}>{row}</li>
              ))}
            </ul>
          </div>
        )}
      </th>
      <td data-figures="">{words.looked(looked_at)}</td>
      <td>
        <Result isBroken={broken.length > 0} lookedAt={looked_at} />
      </td>
    </tr>
  )
}

function Result({ isBroken, lookedAt }: { readonly isBroken: boolean; readonly lookedAt: number }) {
  if (isBroken) {
    return (
      <Badge tone="negative" icon="cross">
        {words.rule.broken}
      </Badge>
    )
  }
  return lookedAt === 0 ? (
    <Badge tone="neutral" icon="info">
      {words.rule.nothing}
    </Badge>
  ) : (
    <Badge tone="positive" icon="check">
      {words.rule.holds}
    </Badge>
  )
}
