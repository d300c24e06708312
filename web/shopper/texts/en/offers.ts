/** What can be earned, and how far it is. */
export const offers = {
  title: 'Offers',
  lead: 'What you can earn at this shop.',
  none: { title: 'No offers just now', text: 'Come back later; the shop puts them here.' },
  noneFound: { title: 'No offer found', text: 'No offer has these words. Try fewer of them.' },
  toward: (name: string) => `How far you are with ${name}`,
  goals: {
    AMOUNT: {
      progress: (counted: string, target: string, _target: number) => `${counted} of ${target}`,
      missing: (missing: string, _missing: number) => `${missing} to go.`,
    },
    VISITS: {
      progress: (counted: string, target: string, count: number) =>
        `${counted} of ${target} ${count === 1 ? 'purchase' : 'purchases'}`,
      missing: (missing: string, count: number) =>
        `${missing} more ${count === 1 ? 'purchase' : 'purchases'} to go.`,
    },
    QUANTITY: {
      progress: (counted: string, target: string, count: number) =>
        `${counted} of ${target} ${count === 1 ? 'piece' : 'pieces'}`,
      missing: (missing: string, count: number) =>
        `${missing} more ${count === 1 ? 'piece' : 'pieces'} to go.`,
    },
  },
  reached: (times: number) => (times === 1 ? 'Reached once' : `Reached ${times} times`),
  goalOver: 'You have reached it.',
  goalUntil: (day: string) => `It counts until ${day}.`,
  together: 'All customers reach it together.',
  openNow: 'Open now',
  openUntil: (time: string) => `Open now until ${time}`,
  opensAt: (time: string) => `Opens ${time}`,
  closedNow: 'Not at this time',
  until: 'until',
  terms: 'Terms',
  search: 'Search offers',
  tier: 'Your level',
  next: (points: number, name: string) => `${points} more points to ${name}`,
  keep: (points: number) => `${points} more points to keep it`,
}
