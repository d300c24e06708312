/** Messages that come to the device. */
export const push = {
  title: 'Messages on this device',
  install: {
    share: 'Tap Share at the edge of the browser.',
    addTo: 'Tap Add to Home Screen.',
    wallet: 'Open the wallet from your home screen, and switch messages on here.',
  },
  devices: 'Devices that get messages',
  platforms: { MOBILE: 'Phone', BROWSER: 'Browser', OTHER: 'Another device' },
  since: 'since',
  thisOne: 'this one',
  quiet: 'Quiet hours',
  quietMeans: 'Messages that come meanwhile wait until the end; the inbox has them at once.',
  quietOwn: 'Hours of my own',
  quietFrom: 'From',
  quietUntil: 'Until',
  means: {
    UNSUPPORTED: 'This browser cannot show messages while the app is closed. They all stand here.',
    NEEDS_INSTALL: 'An iPhone shows messages only of apps on its home screen. Put this one there first:',
    REFUSED: 'Messages are not allowed for this app. Allow them in the settings of the browser.',
    OFF: 'Be told when you earn something, before rewards run out, and how an order is doing. Your browser asks you first.',
    ON: 'You are told here when something happens, also while the app is closed.',
  },
}
