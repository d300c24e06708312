import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'

const OWNER_ONLY = 0o600

/** Writes a file that only its owner may read, whole or not at all. */
export async function writePrivate(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true })
  const temporary = `${file}.${process.pid}.tmp`
  await writeFile(temporary, text, { mode: OWNER_ONLY })
  await chmod(temporary, OWNER_ONLY)
  await rename(temporary, file)
}

/** The text of a file, or undefined where there is none. */
export async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** The installation's secret: given by the environment, or drawn once and kept beside the data. */
export async function installationSecret(dataDir: string, given: string | undefined): Promise<Uint8Array> {
  if (given !== undefined) return Buffer.from(given)
  const file = path.join(dataDir, 'secret')
  const there = await readIfThere(file)
  if (there !== undefined) return Buffer.from(there.trim(), 'hex')
  const secret = randomBytes(32)
  await writePrivate(file, `${secret.toString('hex')}\n`)
  return secret
}
