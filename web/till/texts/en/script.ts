export const script = {
  title: 'The guide, step by step',
  flow: 'Flow',
  testOnly: 'The flows make real purchases. They are played with a test key only.',
  play: (step: number, steps: number) => `Play step ${step} of ${steps}`,
  playing: 'Playing…',
  again: 'Begin anew',
  over: 'That was the flow.',
  noCall: 'Nothing is called here.',
  flows: {
    FRONT_END: {
      name: 'Front-end purchase',
      about: 'The till takes what is spent off the amount to pay.',
      steps: [
        'The contact says who they are: GET /customers, and the till keeps the contact’s id.',
        'The till sends the purchase with what is to be spent: POST /purchases. The answer says how much is off.',
      ],
    },
    BACK_END: {
      name: 'Back-end purchase',
      about: 'The contact pays in full; what is spent is paid back later.',
      steps: [
        'The contact says who they are: GET /customers.',
        'On checkout the till sends the purchase: POST /purchases. A confirmation closes it.',
      ],
    },
    OTP: {
      name: 'Purchase with a one-time code',
      about: 'A code of the app allows one spend.',
      steps: [
        'The contact says who they are: GET /customers.',
        'The contact asks the app for a code. Here the till asks for it in the app’s place.',
        'The till sends the purchase with the code: POST /purchases.',
      ],
    },
    RECLAIM: {
      name: 'Contact reclaims a purchase',
      about: 'Nobody is identified; the receipt’s code is scanned with the app afterwards.',
      steps: [
        'The till sends the purchase of nobody and prints the code: POST /purchases.',
        'Somebody comes with the receipt: GET /customers.',
        'The code of the receipt is claimed, as the app does it. The purchase is awarded.',
      ],
    },
    SELF_SERVICE: {
      name: 'Contact submits the purchase',
      about: 'The till sends nothing; the contact does it by the receipt’s code.',
      steps: [
        'The till closes the purchase by itself and prints the code.',
        'Somebody comes with the receipt: GET /customers.',
        'The code is sent, as the app does it. How far it is believed is for the business to say.',
      ],
    },
    VOID: {
      name: 'Void a purchase',
      about: 'What was awarded and spent is undone with it.',
      steps: [
        'The contact says who they are: GET /customers.',
        'The till sells: POST /purchases.',
        'The till voids it by its own number: POST /purchases/{id}/cancel.',
      ],
    },
    PRODUCT_SYNC: {
      name: 'Product synchronisation',
      about: 'Articles of the till become products of the platform.',
      steps: [
        'The till sends its articles: POST /synchronise_products answers with the id of a process.',
        'The till asks how far it is: GET /processes/{id}.',
      ],
    },
    ORDERS: {
      name: 'Order provisioning',
      about: 'Orders of the app come to the till.',
      steps: [
        'The contact says who they are: GET /customers.',
        'The contact orders in the app. Here the till orders in the app’s place: POST /orders.',
        'The till asks for new orders: GET /orders.',
        'It is made and handed over: PUT /orders/{id}/actions completes it, and it is awarded.',
      ],
    },
  },
}
