export { makeCommunications, type NotificationSources } from './make-communications.ts'
export { openNotificationRounds } from './notification-rounds.ts'
export { notificationsRoutes } from './notifications.routes.ts'
export { getCommunication, listCommunications, markCommunication } from './read-communications.ts'
