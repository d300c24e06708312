export const signIn = {
  title: 'Open the till',
  lead: 'Sell, identify members and spend their rewards: the till that speaks to Tillback as yours will.',
  key: 'API key',
  keyHint: 'Begins with tb_test_ or tb_live_. The server prints one when it starts for the first time.',
  open: 'Open',
  opening: 'Opening…',
  kept: 'Kept in this tab only, until you sign out or close it.',
  ended: {
    'not a key': 'This is not a key of Tillback. It begins with tb_test_ or tb_live_.',
    publishable: 'This is a publishable key, which may not sell. Use a secret key: it has no pk_ in it.',
    refused: 'The key is unknown, expired or revoked. Sign in again.',
  },
  venue: 'Where does this till stand?',
  venueLead: 'The venue decides which offers apply and which numbers stand on receipts.',
  noVenue: 'There is no venue yet, or this key does not see one. Add one in the dashboard first.',
  venueNumber: (tap: string) => `No. ${tap}`,
  search: 'Find a venue',
}
