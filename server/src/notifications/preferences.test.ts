import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Answer, startServer, type TestServer } from '../../test/harness.ts'
import { openPurseShop, type PurseShop } from '../../test/purse.ts'
import { tenPercent } from '../../test/shop.ts'
import { afterQuiet } from './quiet-hours.ts'

let server: TestServer
let shop: PurseShop
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.now = new Date('2026-11-24T21:30:00Z')
  shop = await openPurseShop(server)
  await shop.offer(tenPercent)
})

async function ok(asked: Promise<Answer>): Promise<Answer['body']> {
  const { status, body, text } = await asked
  if (status >= 300) throw new Error(`${status} ${text}`)
  return body
}

async function anna(): Promise<void> {
  const emails = [{ email_address: 'anna@example.com' }]
  await ok(shop.call('POST', 'contacts', { code: 'ANNA', first_name: 'Anna', emails }))
}
const preferences = (body: object | string, headers?: Record<string, string>) =>
  shop.call('PUT', 'contacts/ANNA/communication_preferences', body, headers)
const told = async (channel: string) =>
  (await ok(shop.call('GET', `contacts/ANNA/communications?channel=${channel}&order=ASC`))).content
const outbox = async () => (await ok(shop.call('GET', 'test_helpers/outbox'))).content
const at = (text: string) => {
  server.clock.now = new Date(text)
}

describe('quiet hours', () => {
  test.each`
    at                    | zone                  | quiet                 | sends
    ${'2026-11-24T10:00'} | ${'Europe/Nicosia'}   | ${['22:00', '08:00']} | ${'2026-11-24T10:00'}
    ${'2026-11-24T20:00'} | ${'Europe/Nicosia'}   | ${['22:00', '08:00']} | ${'2026-11-25T06:00'}
    ${'2026-11-25T05:59'} | ${'Europe/Nicosia'}   | ${['22:00', '08:00']} | ${'2026-11-25T06:00'}
    ${'2026-11-25T06:00'} | ${'Europe/Nicosia'}   | ${['22:00', '08:00']} | ${'2026-11-25T06:00'}
    ${'2026-11-24T12:30'} | ${'Europe/Nicosia'}   | ${['14:00', '16:00']} | ${'2026-11-24T14:00'}
    ${'2027-03-27T21:00'} | ${'Europe/Nicosia'}   | ${['22:00', '08:00']} | ${'2027-03-28T05:00'}
    ${'2026-10-24T20:00'} | ${'Europe/Nicosia'}   | ${['22:00', '08:00']} | ${'2026-10-25T06:00'}
    ${'2026-11-25T04:00'} | ${'America/New_York'} | ${['22:00', '08:00']} | ${'2026-11-25T13:00'}
  `('$quiet in $zone: what is there at $at UTC goes at $sends', ({ at: now, zone, quiet, sends }) => {
    const [from, until] = quiet.map((text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)))
    const found = afterQuiet(new Date(`${now}:00Z`), { from, until }, zone)
    expect(found.toISOString().slice(0, 16)).toBe(sends)
  })

  test('of the business keep e-mail until morning; the inbox has it at once', async () => {
    await ok(
      shop.call('PUT', 'notification_settings', { quiet_hours: { start_time: '22:00', end_time: '08:00' } }),
    )
    await anna()
    await ok(shop.buy({ contact: 'ANNA', total: '20.00' }))
    await server.notify()
    await server.sendMessages()
    expect(await told('INAPP')).toHaveLength(1)
    expect(await outbox()).toMatchObject([
      { state: 'PENDING', send_on: Date.parse('2026-11-25T06:00:00Z') / 1_000 },
    ])
    at('2026-11-25T05:59:00Z')
    await server.sendMessages()
    expect(await outbox()).toMatchObject([{ state: 'PENDING' }])
    at('2026-11-25T06:00:00Z')
    await server.sendMessages()
    expect(await outbox()).toMatchObject([{ state: 'COMPLETED', send_on: null }])
  })

  test('that begin while a message waits keep it back without using up one of its tries', async () => {
    await anna()
    await ok(shop.buy({ contact: 'ANNA', total: '20.00' }))
    await server.notify()
    await ok(
      shop.call('PUT', 'notification_settings', { quiet_hours: { start_time: '22:00', end_time: '08:00' } }),
    )
    await server.sendMessages()
    expect(await told('EMAIL')).toMatchObject([{ state: 'PENDING', attempts: 0 }])
    at('2026-11-25T06:00:00Z')
    await server.sendMessages()
    expect(await told('EMAIL')).toMatchObject([{ state: 'COMPLETED', attempts: 1 }])
  })

  test("of a contact, by the contact's own clock, go before the business's", async () => {
    await ok(
      shop.call('PUT', 'notification_settings', { quiet_hours: { start_time: '22:00', end_time: '08:00' } }),
    )
    await anna()
    await ok(
      preferences({ quiet_hours: { start_time: '01:00', end_time: '05:00' }, time_zone: 'Asia/Tokyo' }),
    )
    await ok(shop.buy({ contact: 'ANNA', total: '20.00' }))
    await server.notify()
    // 06:30 in Tokyo.
    expect(await outbox()).toMatchObject([{ send_on: server.clock.now.getTime() / 1_000 }])
  })
})

describe('a contact', () => {
  test('that opted out of e-mail gets none, not even what was waiting; the inbox goes on', async () => {
    await anna()
    await ok(shop.buy({ contact: 'ANNA', total: '20.00' }))
    await server.notify()
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    expect((await preferences('email_opt_out=true', form)).body).toEqual({
      email_opt_out: true,
      channels: expect.objectContaining({ AWARD: ['EMAIL', 'DEVICE'] }),
      device_opt_out: false,
      quiet_hours: null,
      time_zone: null,
    })
    await ok(shop.buy({ contact: 'ANNA', total: '30.00' }))
    await server.notify()
    await server.sendMessages()
    expect(await told('EMAIL')).toMatchObject([{ state: 'REJECTED', error: 'the contact has opted out' }])
    expect(await told('INAPP')).toHaveLength(2)
  })

  test('is told by e-mail only of what the business wants told so', async () => {
    await ok(shop.call('PUT', 'notification_settings', { channels: { AWARD: ['DEVICE'], VOID: ['EMAIL'] } }))
    await anna()
    const { id } = await ok(shop.buy({ contact: 'ANNA', total: '20.00' }))
    await ok(shop.call('POST', `purchases/${id}/cancel`))
    await server.notify()
    expect((await told('EMAIL')).map(({ name }: { name: string }) => name)).toEqual(['VOID'])
    expect(await told('INAPP')).toHaveLength(2)
  })

  test('is not told by e-mail of the kinds they switched off, not even what was waiting; the inbox has it all', async () => {
    await anna()
    const names = (list: { name: string; state: string }[]) => list.map(({ name, state }) => [name, state])
    const first = await ok(shop.buy({ contact: 'ANNA', total: '20.00' }))
    await server.notify()
    const { channels } = await ok(preferences({ channels: { AWARD: ['DEVICE'] } }))
    expect(channels).toMatchObject({ AWARD: ['DEVICE'], VOID: ['EMAIL', 'DEVICE'] })
    expect(channels.ONE_TIME_CODE).toBeUndefined()
    await ok(shop.buy({ contact: 'ANNA', total: '30.00' }))
    await ok(shop.call('POST', `purchases/${first.id}/cancel`))
    await server.notify()
    await server.sendMessages()
    expect(names(await told('EMAIL'))).toEqual([
      ['AWARD', 'REJECTED'],
      ['VOID', 'COMPLETED'],
    ])
    expect(names(await told('INAPP'))).toHaveLength(3)
    await ok(preferences({ channels: { AWARD: ['EMAIL'] } }))
    await ok(shop.buy({ contact: 'ANNA', total: '40.00' }))
    await server.notify()
    expect(names(await told('EMAIL')).at(-1)).toEqual(['AWARD', 'PENDING'])
    const code = await preferences({ channels: { ONE_TIME_CODE: [] } })
    expect([code.status, code.body.field_errors[0].path]).toEqual([400, 'channels.ONE_TIME_CODE'])
  })

  test('is reminded of money before it expires, once for each day of expiry, by however many at once', async () => {
    at('2026-11-20T10:00:00Z')
    const { contact, wallet } = await shop.holder()
    for (const [amount, day] of [
      [2, '2026-12-01'],
      [3, '2026-12-01'],
      [4, '2026-12-02'],
      [9, '2027-06-01'],
    ]) {
      await shop.credit(wallet, Number(amount), { expires_on: `${day}T21:00:00Z` })
    }
    const reminders = async () =>
      (await ok(shop.call('GET', `contacts/${contact}/communications?channel=INAPP&order=ASC`))).content
        .filter(({ name }: { name: string }) => name === 'EXPIRY_REMINDER')
        .map(({ content }: { content: string }) => content)
    await server.notify()
    expect(await reminders()).toEqual([])
    for (const now of [
      '2026-11-24T22:00:00Z',
      '2026-11-24T23:00:00Z',
      '2026-11-25T22:00:00Z',
      '2026-11-26T22:00:00Z',
    ]) {
      at(now)
      await Promise.all([server.notify(), server.notify()])
    }
    expect(await reminders()).toEqual([
      expect.stringMatching(/^Use 5\.00 EUR of your wallet at Business \d+ before 1 December 2026\.$/),
      expect.stringMatching(/^Use 4\.00 EUR of your wallet at Business \d+ before 2 December 2026\.$/),
    ])
  })
})

describe('a text', () => {
  test('of the business takes the place of the product’s, in any language, until it goes back', async () => {
    await anna()
    const put = (id: string, body: object) => shop.call('PUT', `communication_templates/${id}`, body)
    const made = await ok(put('award.EN', { subject: 'Yay {amount}!', content: 'From {business}, {name}.' }))
    expect(made).toMatchObject({ id: 'AWARD.en', is_own: true, example: { subject: 'Yay 12.50 EUR!' } })
    await ok(put('AWARD.fr', { subject: 'Vous avez gagné {amount}', content: '{place}' }))
    await ok(shop.buy({ contact: 'ANNA', total: '20.00' }))
    await server.notify()
    await ok(shop.call('PUT', 'contacts/ANNA', { language_code: 'fr' }))
    await ok(shop.buy({ contact: 'ANNA', total: '20.00' }))
    await server.notify()
    await ok(shop.call('DELETE', 'communication_templates/AWARD.en'))
    await ok(shop.call('PUT', 'contacts/ANNA', { language_code: 'en' }))
    await ok(shop.buy({ contact: 'ANNA', total: '20.00' }))
    await server.notify()
    const subjects = (await told('INAPP')).map(({ subject }: { subject: string }) =>
      subject.replaceAll(/\s/g, ' '),
    )
    expect(subjects).toEqual(['Yay 2.00 EUR!', 'Vous avez gagné 2,00 EUR', 'You earned 2.00 EUR'])
    const listed = await ok(shop.call('GET', 'communication_templates?size=100&kind=AWARD'))
    expect(listed.content.map(({ id, is_own }: { id: string; is_own: boolean }) => [id, is_own])).toEqual([
      ['AWARD.en', false],
      ['AWARD.el', false],
      ['AWARD.fr', true],
    ])
  })

  test('that names a value of another kind is refused, with the values that there are', async () => {
    const refused = await shop.call('PUT', 'communication_templates/AWARD.en', {
      subject: 'x',
      content: 'You got {ammount}',
    })
    expect([refused.status, refused.body.field_errors]).toMatchObject([
      400,
      [{ path: 'content', message: expect.stringContaining('did you mean {amount}?') }],
    ])
    expect(
      (await shop.call('PUT', 'communication_templates/NOTHING.en', { subject: 'x', content: 'x' })).body
        .parameters,
    ).toEqual(['communication_template', 'NOTHING.en'])
  })
})
