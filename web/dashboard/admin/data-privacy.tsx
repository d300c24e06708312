import { Card } from '../../kit/card.tsx'
import { Fact, Facts } from '../../kit/facts.tsx'
import { viewOf } from '../address.ts'
import { useSignedIn } from '../client.ts'
import { Link } from '../link.tsx'
import { texts } from '../texts.ts'
import styles from '../view.module.css'

const words = texts.dataPrivacy

/** What is kept, for how long, and where a person’s own data is given out or erased. */
export function DataPrivacy() {
  const { session } = useSignedIn()
  return (
    <Card title={words.title}>
      <p className={styles.note}>
        {words.person} <Link to={viewOf('contacts')}>{words.toContacts}</Link>
      </p>
      <Facts>
        {Object.entries(words.kept).map(([what, howLong]) => (
          <Fact key={what} name={words.names[what] ?? what}>
            {howLong}
          </Fact>
        ))}
      </Facts>
      {session.mode === 'TEST' && (
        <p>
          <Link to={viewOf('tools', { tab: 'wipe' })}>{words.wipe}</Link>
        </p>
      )}
    </Card>
  )
}
