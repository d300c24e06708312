import { useState } from 'react'
import { Answer } from '../../kit/answer.tsx'
import { IconButton } from '../../kit/button.tsx'
import { Money } from '../../kit/money.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { useStanding } from '../api/client.ts'
import { amountOf } from '../sale/minor.ts'
import type { Offered, useCatalogue } from '../sale/use-catalogue.ts'
import { texts } from '../texts.ts'
import styles from './articles.module.css'

const A_SCREEN = 20

export interface ArticlesProps {
  readonly catalogue: ReturnType<typeof useCatalogue>
  readonly onPick: (article: Offered) => void
}

/** The articles as tiles, a screen at a time: nothing scrolls under a hurried thumb. */
export function Articles({ catalogue: { all, articles }, onPick }: ArticlesProps) {
  const [wanted, setPage] = useState(1)
  const pages = Math.max(1, Math.ceil(articles.length / A_SCREEN))
  const page = Math.min(wanted, pages)
  const shown = articles.slice((page - 1) * A_SCREEN, page * A_SCREEN)
  return (
    <section className={styles.articles} aria-label={texts.articles}>
      <Answer to={all} waiting={<SkeletonLines lines={8} />}>
        {(known) =>
          shown.length > 0 ? (
            <Tiles articles={shown} onPick={onPick} />
          ) : (
            <p className={styles.none}>{known.length > 0 ? texts.noArticles : texts.catalogueEmpty}</p>
          )
        }
      </Answer>
      {pages > 1 && (
        <nav className={styles.pages} aria-label={texts.pages}>
          <IconButton
            icon="back"
            label={texts.earlier}
            disabled={page === 1}
            onClick={() => setPage(page - 1)}
          />
          <span>{texts.page(page, pages)}</span>
          <IconButton
            icon="forward"
            label={texts.later}
            disabled={page === pages}
            onClick={() => setPage(page + 1)}
          />
        </nav>
      )}
    </section>
  )
}

function Tiles({
  articles,
  onPick,
}: {
  readonly articles: readonly Offered[]
  readonly onPick: ArticlesProps['onPick']
}) {
  const { venue } = useStanding()
  return (
    <ul className={styles.tiles}>
      {articles.map((article) => (
        <li key={article.sku}>
          <button type="button" className={styles.tile} onClick={() => onPick(article)}>
            <span className={styles.name}>{article.name}</span>
            <span className={styles.group}>{article.group}</span>
            <span className={styles.price}>
              {article.price === undefined ? (
                texts.asksPrice
              ) : (
                <Money amount={amountOf(article.price, venue.digits)} currency={venue.currency} />
              )}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
