import { Announcement } from '../../../kit/announcement.tsx'
import { CodeBlock } from '../../../kit/code-block.tsx'
import { Stat, Stats } from '../../../kit/facts.tsx'
import { Money } from '../../../kit/money.tsx'
import { readExplanation } from '../../purchases/explanation.ts'
import { Told } from '../../purchases/why.tsx'
import { chosenLanguage } from '../../texts/language.ts'
import { amountIn, texts } from '../../texts.ts'
import styles from '../editor.module.css'
import type { RuleBook } from './basket.ts'
import { inGreek } from './in-greek.ts'
import type { Answer } from './judge.ts'
import { whyNot } from './why-not.ts'

const words = texts.tryBasket

interface OutcomeProps {
  readonly text: string
  readonly facts: object
  readonly book: RuleBook
  readonly offer: string
}

/** What the basket is given by this offer and by those beside it, and why. */
export function Outcome({ text, facts, book, offer }: OutcomeProps) {
  const answer: Answer = JSON.parse(text)
  const { currency } = book
  const told = readExplanation(named(withOwn(answer, { facts, book, offer }), book))
  const explained = chosenLanguage() === 'el' ? inGreek(told, book) : told
  const own = [...explained.awards].filter((each) => each.offer === offer)
  const given = own.reduce((_, { amount }) => amount, 0)
  return (
    <>
      <Stats>
        <Stat name={words.byThis}>
          <Money amount={given} currency={currency} tone="award" />
        </Stat>
        <Stat name={words.byAll}>
          <Money amount={answer.total_award} currency={currency} tone="award" />
        </Stat>
        <Stat name={words.toPay}>
          <Money amount={answer.left_to_pay} currency={currency} />
        </Stat>
      </Stats>
      <Announcement>{words.gives(amountIn(given, currency))}</Announcement>
      <Told explanation={explained} isClaimed />
      <details className={styles.more}>
        <summary>{words.bytes}</summary>
        <div>
          <CodeBlock
            name={words.facts}
            shown={JSON.stringify(facts, null, 2)}
            copied={JSON.stringify(facts)}
          />
          <CodeBlock name={words.answer} shown={JSON.stringify(answer, null, 2)} copied={text} />
        </div>
      </details>
    </>
  )
}

/** The refusal of this offer stands first, also where judging never came to look at it. */
function withOwn(answer: Answer, { facts, book, offer }: Omit<OutcomeProps, 'text'>): Answer {
  const isOwn = (each: object) => 'offer' in each && each.offer === offer
  if ([...answer.discounts, ...answer.awards].some(isOwn)) return answer
  const own = answer.refused.find(isOwn) ?? whyNot(book, facts, offer)
  return own ? { ...answer, refused: [own, ...answer.refused.filter((each) => !isOwn(each))] } : answer
}

/** The answer as purchases are explained: with the names of offers, and their discounts among the awards. */
function named({ discounts, awards, refused, near_misses }: Answer, book: RuleBook): object {
  const names = new Map(book.offers.map(({ id, terms }) => [id, terms.name]))
  const withName = (each: object) => ({
    ...each,
    name: 'offer' in each && typeof each.offer === 'string' ? (names.get(each.offer) ?? each.offer) : '',
  })
  return {
    currency: book.currency,
    awards: [...discounts, ...awards].map(withName),
    refused: refused.map(withName),
    near_misses: near_misses.map(withName),
  }
}
