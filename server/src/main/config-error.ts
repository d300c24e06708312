/** What was set from outside, by the environment or on the command line, cannot be meant. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}
