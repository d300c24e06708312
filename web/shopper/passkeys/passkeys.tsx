import { useMutation, useQuery } from '@tanstack/react-query'
import { deviceName } from '../../kit/device-name.ts'
import { Problem } from '../../kit/problem.tsx'
import { Time } from '../../kit/time.tsx'
import { useSignedIn } from '../client.ts'
import { Key } from '../key.tsx'
import { useRefresh } from '../queries.ts'
import { useTexts } from '../texts/language.ts'
import view from '../view.module.css'
import { canUsePasskeys, makePasskey } from './device.ts'

/** Signing in with the lock of the device instead of a code. */
export function Passkeys() {
  const { passkeys: texts, me } = useTexts()
  const { client, session } = useSignedIn()
  const refresh = useRefresh()
  const { contact } = session
  const kept = useQuery({
    queryKey: ['passkeys'],
    queryFn: ({ signal }) => client.selfService.listOwnPasskeys(contact, { signal }),
  })
  const make = useMutation({
    mutationFn: () => makePasskey(client, contact, deviceName(navigator.userAgent) ?? texts.title),
    onSuccess: refresh,
  })
  const remove = useMutation({
    mutationFn: (passkey: string) => client.selfService.removeOwnPasskey(contact, passkey),
    onSuccess: refresh,
  })
  return (
    <section className={view.card} aria-labelledby="passkeys">
      <h2 id="passkeys" className={view.subtitle}>
        {texts.title}
      </h2>
      <p className={view.small}>{canUsePasskeys() ? texts.means : texts.cannot}</p>
      <ul>
        {kept.data?.content.map(({ id, name, created_on, used_on }) => (
          <li key={id} className={view.switch}>
            <span>
              {name}
              <br />
              <span className={view.small}>
                {used_on === null ? texts.made : texts.used} <Time at={used_on ?? created_on} inList />
              </span>
            </span>
            <Key
              onClick={() => remove.mutate(id)}
              disabled={remove.isPending}
              aria-label={texts.remove(name)}
            >
              {me.remove}
            </Key>
          </li>
        ))}
      </ul>
      {remove.error && <Problem of={remove.error} />}
      {make.error && <Problem of={make.error} />}
      {make.data === false && (
        <p role="status" className={view.small}>
          {texts.notMade}
        </p>
      )}
      {canUsePasskeys() && (
        <Key onClick={() => make.mutate()} disabled={make.isPending}>
          {texts.add}
        </Key>
      )}
    </section>
  )
}
