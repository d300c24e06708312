import type { Logger } from 'pino'
import { type Authenticator, forgetOldTries } from '../access/index.ts'
import { forgetActs } from '../audit/index.ts'
import { type Database, openRounds } from '../db/index.ts'
import { type Clock, HOUR } from '../kit/time.ts'
import { forgetChallenges } from '../passkeys/index.ts'
import { forgetSessions } from '../sessions/index.ts'

interface AccessRoundsOptions {
  readonly database: Database
  readonly clock: Clock
  readonly log: Logger
  readonly authenticate: Authenticator
  /** How often it is written which keys were used; undefined: only at the end. */
  readonly everyMs?: number
  readonly mailStaff: () => Promise<unknown>
  /** What else forgets once an hour. */
  readonly also: () => Promise<void>
}

/** Writes which keys were used, and once an hour forgets acts, tries, sessions and challenges that are old. */
export function openAccessRounds(options: AccessRoundsOptions) {
  const { database, clock, log, authenticate, mailStaff, everyMs, also } = options
  const forget = async () => {
    await forgetActs({ database, clock })
    await forgetOldTries(database.query, clock())
    await forgetSessions({ database, clock })
    await forgetChallenges({ database, clock })
    await also()
  }
  const rounds =
    everyMs === undefined
      ? []
      : [
          openRounds({ log, everyMs, of: 'uses of keys', run: authenticate.writeUses }),
          openRounds({ log, everyMs, of: 'mails to staff', run: mailStaff }),
          openRounds({ log, everyMs: HOUR, of: 'forgetting', run: forget }),
        ]
  return {
    close: async () => {
      for (const round of rounds) await round.close()
      // A database that is away forgets when keys were used, and nothing else.
      await authenticate.writeUses().catch(() => undefined)
    },
  }
}
