import { Answer } from '../../kit/answer.tsx'
import { Badge } from '../../kit/badge.tsx'
import { SkeletonRows } from '../../kit/skeleton.tsx'
import { Time } from '../../kit/time.tsx'
import { BeforeAfter } from '../before-after.tsx'
import { texts } from '../texts.ts'
import { differences } from './differences.ts'
import { type Offer, useVersions, type Version } from './queries.ts'
import styles from './versions.module.css'

const words = texts.offers

/** Each version as it read, the newest first, with what changed from the one before. */
export function Versions({ offer }: { readonly offer: Offer }) {
  const versions = useVersions(offer.id)
  return (
    <Answer to={versions} waiting={<SkeletonRows rows={3} />}>
      {({ content }) => (
        <ol className={styles.versions}>
          {content.map((version, at) => (
            <OneVersion key={version.id} version={version} before={content[at + 1]} />
          ))}
        </ol>
      )}
    </Answer>
  )
}

interface OneVersionProps {
  readonly version: Version
  readonly before: Version | undefined
}

function OneVersion({ version, before }: OneVersionProps) {
  const changes = before ? differences(before, version) : []
  return (
    <li className={styles.version}>
      <header>
        <h2>{words.version(version.version)}</h2>
        {version.is_current && (
          <Badge tone="positive" icon="check">
            {words.current}
          </Badge>
        )}
        <span className={styles.when}>
          <Time at={version.created_on} />
        </span>
      </header>
      <p>{version.sentence}</p>
      {changes.length > 0 && <BeforeAfter label={words.changes} changes={changes} />}
    </li>
  )
}
