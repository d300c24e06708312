import { useQuery } from '@tanstack/react-query'
import { Qr } from '../../kit/qr.tsx'
import { useSignedIn } from '../client.ts'
import { useDevice } from '../offline.ts'
import type { Wallet } from '../queries.ts'
import { Sheet } from '../sheet.tsx'
import { useTexts } from '../texts/language.ts'
import view from '../view.module.css'
import styles from './code.module.css'
import { useAwake } from './use-awake.ts'

const RENEWED_EVERY = 30_000

/** Who it is, for the till to scan; without a connection the code of the wallet, which never changes. */
export function ShowSheet({ wallet, onClose }: { readonly wallet: Wallet; readonly onClose: () => void }) {
  const texts = useTexts()
  const { client } = useSignedIn()
  const { isOnline } = useDevice()
  const changing = useQuery({
    queryKey: ['wallet-code', wallet.id],
    enabled: isOnline,
    queryFn: ({ signal }) => client.selfService.getOwnWalletCode(wallet.id, { signal }),
    refetchInterval: RENEWED_EVERY,
    gcTime: 0,
  })
  useAwake(true)
  const code = isOnline ? (changing.data?.code ?? (changing.isError ? wallet.code : undefined)) : wallet.code
  return (
    <Sheet title={texts.show.title} onClose={onClose}>
      <div className={styles.code}>
        <p className={view.lead}>{isOnline ? texts.show.lead : texts.show.offline}</p>
        {code !== undefined && (
          <>
            <div className={styles.qr}>
              <Qr text={code} label={texts.show.qr} />
            </div>
            <p>
              <span className={view.small}>{texts.show.code}</span>
              <br />
              <code className={styles.number} dir="ltr">
                {code.replace(/(\d{4})(?=\d)/g, '$1 ')}
              </code>
            </p>
          </>
        )}
        {isOnline && <p className={view.small}>{texts.show.renewed}</p>}
      </div>
    </Sheet>
  )
}
