import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Stat, Stats } from '../../kit/facts.tsx'
import { Rows } from '../../kit/rows.tsx'
import { saveFile } from '../../kit/save-file.ts'
import { viewOf } from '../address.ts'
import { Link } from '../link.tsx'
import view from '../view.module.css'
import { FirstRows } from './first-rows.tsx'
import styles from './imports.module.css'
import type { ImportKind } from './kinds.ts'
import type { Step } from './step.ts'
import { tableToFix } from './table/write-table.ts'
import { words } from './texts.ts'
import { type ToldLines, toldLines } from './told-lines.ts'
import type { Import } from './use-import.ts'

const MOST_BAD_SHOWN = 50

export interface ToldProps {
  readonly kind: ImportKind
  readonly steps: Import
  readonly step: Extract<Step, { at: 'TOLD' }>
}

/** What would come of the rows, before they are imported, and what came of them after that. */
export function Told({ kind, steps, step }: ToldProps) {
  const { isTrial, lines, matched, outcome } = step
  const told = toldLines({ lines }, outcome, words.broken)
  const changes = told.created + told.updated
  const bad = new Map(told.bad.map(({ line, error }) => [line.number, error]))
  return (
    <>
      <Card title={isTrial ? words.tried : words.imported}>
        <Counts told={told} />
        {isTrial && (
          <p className={view.lead}>
            {changes === 0 ? words.nothingToDo : `${words.triedMeans} ${words.runsBy[kind.name]}`}
          </p>
        )}
        <div className={styles.acts}>
          {isTrial && changes > 0 && (
            <Button kind="primary" onClick={() => steps.start(false)}>
              {words.importThem(changes)}
            </Button>
          )}
          {isTrial && <Button onClick={steps.backToMatch}>{words.backToColumns}</Button>}
          <Button onClick={steps.anew}>{words.otherFile}</Button>
          {!isTrial && <Link to={viewOf(kind.name)}>{words.seeThem[kind.name]}</Link>}
        </div>
      </Card>
      {told.bad.length > 0 && <Bad kind={kind} step={step} told={told} />}
      {isTrial && <FirstRows kind={kind} mapping={matched.mapping} lines={lines} bad={bad} />}
    </>
  )
}

function Counts({ told }: { readonly told: ToldLines }) {
  const figures = {
    created: told.created,
    updated: told.updated,
    unchanged: told.unchanged,
    bad: told.bad.length,
  }
  return (
    <Stats>
      {(['created', 'updated', 'unchanged', 'bad'] as const).map((each) => (
        <Stat key={each} name={words.counts[each]}>
          {words.number(figures[each])}
        </Stat>
      ))}
    </Stats>
  )
}

/** Bad rows do not stop the good ones: the same file with them alone, to be put right and sent again. */
function Bad({ kind, step, told }: Pick<ToldProps, 'kind' | 'step'> & { readonly told: ToldLines }) {
  const { file } = step.matched
  const save = () =>
    saveFile(words.fixName(file.name), 'text/csv;charset=utf-8', tableToFix(file.table, told.bad))
  return (
    <Card
      title={words.toFix}
      aside={
        <Button icon="download" onClick={save}>
          {words.saveToFix}
        </Button>
      }
    >
      <p className={view.lead}>
        {words.toFixMeans} {words.fixKept[kind.name]}
      </p>
      <Rows
        label={words.toFix}
        head={[words.fileRow, words.problem]}
        texts={[1]}
        rows={told.bad.slice(0, MOST_BAD_SHOWN).map(({ line, error }) => ({
          key: String(line.number),
          cells: [String(line.number), error],
        }))}
      />
      {told.bad.length > MOST_BAD_SHOWN && (
        <p className={view.note}>{words.moreToFix(told.bad.length - MOST_BAD_SHOWN)}</p>
      )}
    </Card>
  )
}
