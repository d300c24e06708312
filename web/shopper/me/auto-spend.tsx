import { useMutation, useQuery } from '@tanstack/react-query'
import { Problem } from '../../kit/problem.tsx'
import { useSignedIn } from '../client.ts'
import { useRefresh } from '../queries.ts'
import { useTexts } from '../texts/language.ts'
import view from '../view.module.css'

/** Whether rewards pay without being asked. */
export function AutoSpend() {
  const texts = useTexts()
  const { client, session } = useSignedIn()
  const refresh = useRefresh()
  const preferences = useQuery({
    queryKey: ['preferences'],
    queryFn: ({ signal }) => client.selfService.getOwnSpendPreferences(session.contact, { signal }),
  })
  const change = useMutation({
    mutationFn: (isOn: boolean) =>
      client.selfService.setOwnSpendPreferences(session.contact, { enable_automatic_spend: isOn }),
    onSettled: refresh,
  })
  const isOn = change.isPending ? change.variables : preferences.data?.enable_automatic_spend === true
  return (
    <section className={view.card} aria-label={texts.me.autoSpend}>
      <label className={view.switch}>
        {texts.me.autoSpend}
        <input
          type="checkbox"
          checked={isOn}
          disabled={!preferences.data || change.isPending}
          onChange={(event) => change.mutate(event.target.checked)}
        />
      </label>
      <p className={view.small}>{texts.me.autoSpendMeans}</p>
      {change.error && <Problem of={change.error} />}
    </section>
  )
}
