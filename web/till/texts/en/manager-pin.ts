export const manager = {
  title: 'Manager for voids and returns',
  notSet: 'Clerks void and take back whatever they sold.',
  set: (amount: string) => `Above ${amount} a void or return needs the manager’s PIN.`,
  above: 'Needed above',
  pin: 'PIN of the manager',
  pinNeeded: 'A PIN of 4 to 8 digits is needed.',
  begin: 'Ask from now on',
  end: 'Do not ask any more',
  ask: (amount: string) => `Above ${amount} a manager allows it. PIN of the manager`,
  wrong: 'That is not the manager’s PIN.',
  locked: 'Five wrong PINs: wait for five minutes.',
}
