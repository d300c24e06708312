/** Messages that come to the device. */
export const push = {
  title: 'Messages on this device',
  means: {
    UNSUPPORTED: 'This browser cannot show messages while the app is closed. They all stand here.',
    NEEDS_INSTALL:
      'First put the app on your home screen: tap Share, then Add to Home Screen, and open it from there.',
    REFUSED: 'Messages are not allowed for this app. Allow them in the settings of the browser.',
    OFF: 'Be told when you earn something, before rewards run out, and how an order is doing. Your browser asks you first.',
    ON: 'You are told here when something happens, also while the app is closed.',
  },
}
