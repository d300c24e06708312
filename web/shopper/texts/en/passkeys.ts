/** Signing in with the lock of the device. */
export const passkeys = {
  title: 'Passkeys',
  means: 'Sign in with the finger, face or PIN of your device instead of a code.',
  cannot: 'This browser cannot use passkeys. Sign in by a code as before.',
  add: 'Add this device',
  notMade: 'No passkey was made.',
  made: 'added',
  used: 'last used',
  remove: (name: string) => `Remove ${name}`,
  signIn: 'Sign in with a passkey',
  asking: 'Waiting for your device…',
  closed: 'Nothing was signed. Try again, or have a code sent.',
}
