import { useQuery } from '@tanstack/react-query'
import { useSignedIn } from '../client.ts'
import { useTexts } from '../texts/language.ts'
import view from '../view.module.css'

/** The level that was reached, and what is missing to the next. */
export function Tier() {
  const texts = useTexts()
  const { client, session } = useSignedIn()
  const { data } = useQuery({
    queryKey: ['rewards'],
    queryFn: ({ signal }) => client.selfService.getOwnRewards(session.contact, { signal }),
  })
  const tier = data?.reward_tier
  if (tier?.name == null) return null
  return (
    <section className={view.card} aria-label={texts.offers.tier}>
      <p className={view.small}>{texts.offers.tier}</p>
      <p className={view.subtitle}>{tier.name}</p>
      {tier.progress && <p>{texts.offers.next(tier.progress.points_needed, tier.progress.name)}</p>}
      {tier.maintain_tier && tier.maintain_tier.points_needed > 0 && (
        <p className={view.small}>{texts.offers.keep(tier.maintain_tier.points_needed)}</p>
      )}
    </section>
  )
}
