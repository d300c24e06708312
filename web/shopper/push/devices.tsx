import { useMutation, useQuery } from '@tanstack/react-query'
import { Problem } from '../../kit/problem.tsx'
import { Time } from '../../kit/time.tsx'
import { useSignedIn } from '../client.ts'
import { Key } from '../key.tsx'
import { useRefresh } from '../queries.ts'
import { useTexts } from '../texts/language.ts'
import view from '../view.module.css'
import { chosenDevice } from './device.ts'

/** Where messages go; this device is switched where the others cannot be seen. */
export function Devices() {
  const { push, me } = useTexts()
  const { client, session } = useSignedIn()
  const refresh = useRefresh()
  const devices = useQuery({
    queryKey: ['devices'],
    queryFn: ({ signal }) => client.selfService.listOwnDevices(session.contact, { size: 10 }, { signal }),
  })
  const remove = useMutation({
    mutationFn: (device: string) => client.selfService.removeOwnDevice(session.contact, device),
    onSuccess: refresh,
  })
  if (devices.data === undefined || devices.data.content.length === 0) return null
  return (
    <section className={view.card} aria-labelledby="devices">
      <h2 id="devices" className={view.subtitle}>
        {push.devices}
      </h2>
      <ul>
        {devices.data.content.map(({ id, platform, registration_date }) => (
          <li key={id} className={view.switch}>
            <span>
              {push.platforms[platform]}
              <br />
              <span className={view.small}>
                {push.since} <Time at={registration_date} inList />
              </span>
            </span>
            {id === chosenDevice()?.id ? (
              <span className={view.small}>{push.thisOne}</span>
            ) : (
              <Key
                onClick={() => remove.mutate(id)}
                disabled={remove.isPending}
                aria-label={`${me.remove}: ${push.platforms[platform]}`}
              >
                {me.remove}
              </Key>
            )}
          </li>
        ))}
      </ul>
      {remove.error && <Problem of={remove.error} />}
    </section>
  )
}
