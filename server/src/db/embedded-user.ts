import { execFileSync, spawnSync } from 'node:child_process'
import { chownSync, existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { type Binaries, CannotStartDatabase, program } from './embedded-binaries.ts'

interface Ids {
  readonly uid: number
  readonly gid: number
}

/** Under which identity PostgreSQL runs, and so who must own its files. */
export interface Identity {
  readonly says: string
  readonly owner?: Ids
  /** Put before the command line. */
  readonly prefix: readonly string[]
  /** Given to spawn, which then changes the user itself. */
  readonly ids: Partial<Ids>
}

/**
 * PostgreSQL refuses to run as root. Root therefore lends it, in this order: a user that reaches both the
 * programs and the data; a user namespace, where root's files stay reachable but root's number is another;
 * another user with the one right to pass closed directories (containers often forbid namespaces but leave
 * this).
 */
export function whoRuns(binaries: Binaries, dataDir: string): Identity {
  if (process.getuid?.() !== 0) return asOurselvesOn(dataDir)
  const owner = existsSync(path.join(dataDir, 'PG_VERSION')) ? ownerOf(dataDir) : undefined
  const users = owner ? [owner] : [ownerOf(path.dirname(dataDir)), user('postgres'), user('nobody')]
  const lent = users.filter((ids) => ids !== undefined).filter(({ uid }) => uid !== 0)

  const ways = [
    ...lent.map(asUser),
    ...(owner && owner.uid !== 0 ? [] : [inNamespace]),
    ...lent.map(withPass),
  ]
  const way = ways.find((identity) => reaches(identity, program(binaries, 'initdb'), path.dirname(dataDir)))
  if (way) return way
  throw new CannotStartDatabase(
    `PostgreSQL does not run as root, and no other user reaches both ${binaries.directory} and ${dataDir}. ` +
      'Start as an ordinary user, or put the project and TILLBACK_DATA_DIR below directories that others ' +
      'may enter (root\'s home is closed), or allow user namespaces ("unshare --user").',
  )
}

/** The command line and spawn options that run a program under that identity. */
export function commandAs(identity: Identity, command: string, args: readonly string[]) {
  const [first = command, ...rest] = [...identity.prefix, command, ...args]
  return {
    command: first,
    args: rest,
    options: { ...identity.ids, ...cleanEnvironment, cwd: path.parse(command).root },
  }
}

export function giveTo(identity: Identity, file: string): void {
  if (identity.owner) chownSync(file, identity.owner.uid, identity.owner.gid)
}

// PGDATA, PGOPTIONS, LD_LIBRARY_PATH and the like are meant for other servers; English messages are read
// by embedded-server.
const cleanEnvironment =
  process.platform === 'win32'
    ? {}
    : { env: { LC_ALL: 'C', PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' } }

function asOurselvesOn(dataDir: string): Identity {
  const us = process.getuid?.()
  const owner = existsSync(dataDir) ? statSync(dataDir).uid : us
  if (us === undefined || owner === us) return { says: 'this user', prefix: [], ids: {} }
  throw new CannotStartDatabase(
    `${dataDir} belongs to another user (${owner}; this is ${us}). Start as that user, or set ` +
      'TILLBACK_DATA_DIR to a directory of your own.',
  )
}

function asUser(ids: Ids): Identity {
  return { says: `user ${ids.uid}`, owner: ids, prefix: [], ids }
}

const inNamespace: Identity = {
  says: 'a user namespace',
  prefix: ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--'],
  ids: {},
}

function withPass(ids: Ids): Identity {
  const rights = ['--clear-groups', '--inh-caps=+dac_override', '--ambient-caps=+dac_override']
  return {
    says: `user ${ids.uid} with a pass for closed directories`,
    owner: ids,
    prefix: ['setpriv', `--reuid=${ids.uid}`, `--regid=${ids.gid}`, ...rights, '--'],
    ids: {},
  }
}

/** Asks the system by trying: modes, access lists and mounts are too many to judge here. */
function reaches(identity: Identity, initdb: string, parent: string): boolean {
  const script = 'cd "$1" && exec "$2" --version'
  const { command, args, options } = commandAs(identity, '/bin/sh', ['-c', script, 'sh', parent, initdb])
  return spawnSync(command, args, { ...options, stdio: 'ignore' }).status === 0
}

function ownerOf(file: string): Ids {
  const { uid, gid } = statSync(file)
  return { uid, gid }
}

function user(name: string): Ids | undefined {
  try {
    const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }))
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return undefined
  }
}
