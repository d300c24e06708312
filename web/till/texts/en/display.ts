export const display = {
  title: (venue: string | undefined) => `${venue ?? 'Customer display'} · Tillback`,
  noTill: 'This screen follows a till that is open in another window of this browser.',
  welcome: 'Welcome!',
  earns: 'You earn',
  wouldEarn: 'Members earn',
  showCode: 'Are you a member? Show the code of your app to the scanner, or say your phone number.',
  code: 'One-time code of your app',
  codeHint: 'Six digits. It is good for this purchase alone.',
  sent: 'Sent. One moment…',
  back: 'Delete',
}
