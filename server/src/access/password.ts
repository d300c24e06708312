import { hash, verify } from '@node-rs/argon2'
import { normalised } from './judge-password.ts'

// Argon2id (the library's default) at OWASP's first setting: 19 MiB, two passes, one lane.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function hashPassword(password: string): Promise<string> {
  return hash(normalised(password), COST)
}

let nobodys: Promise<string> | undefined

/**
 * Whether the password is the one behind the hash. Without a hash (nobody has the name) it takes the same
 * time and says no, so that the time tells nobody which names exist.
 */
export async function isPassword(password: string, stored: string | undefined): Promise<boolean> {
  nobodys ??= hashPassword('nobody')
  const matches = await verify(stored ?? (await nobodys), normalised(password))
  return stored !== undefined && matches
}
