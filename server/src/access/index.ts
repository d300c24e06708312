export { type ApiKey, KEY_KINDS, type KeyKind } from './api-key.ts'
export { keyAuthenticator } from './authenticate.ts'
export { createApiKey, type NewApiKey } from './create-api-key.ts'
