import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { openContacts, outcome, sms } from '../../test/support/contact.ts';
import { outboxOf } from '../../test/support/settle.ts';

let contacts: ReturnType<typeof openContacts>;
beforeEach(() => {
  contacts = openContacts();
});

describe('an address', () => {
  beforeEach(async () => {
    await contacts.put(sms());
  });

  test('is verified by the code that was sent to it, once', async () => {
    const { status, body } = await contacts.send();
    expect([status, body]).toEqual([201, { channel: 'sms', status: 'sent', expiresAt: '2026-08-03T02:10:00.000Z' }]);
    expect((await contacts.verify(contacts.codeSent())).body).toEqual({
      channel: 'sms',
      status: 'verified',
      version: 2,
      actions: ['confirm'],
    });
    expect((await contacts.service.deps.contacts.of('p_wang'))?.addresses[0]?.verifiedAt).toEqual(
      new Date('2026-08-03T02:00:00Z'),
    );
    expect(outcome(await contacts.verify(contacts.codeSent()))).toEqual([409, 'already-verified']);
    expect(outcome(await contacts.send())).toEqual([409, 'already-verified']);
  });

  test('is told by an urgent notice of its own, which goes by that channel alone and into no inbox', async () => {
    await contacts.send();
    const id = String(outboxOf(contacts.table).at(-1)?.data['noticeId']);
    expect(await contacts.service.deps.notices.load(id)).toMatchObject({
      message: 'contact-code',
      urgent: true,
      kind: 'account',
      values: {},
      next: [],
      deliveries: [{ channel: 'sms' }],
    });
    expect((await contacts.service.deps.inbox.inbox(['p_wang'], { limit: 9, after: undefined })).items).toEqual([]);
  });

  test('is not verified by a wrong code, five of which end it, nor by one that is ten minutes old', async () => {
    await contacts.send();
    for (const left of ['4', '3', '2', '1', '0']) {
      const refused = await contacts.verify(contacts.wrongCode());
      expect([...outcome(refused), refused.body.left]).toEqual([409, 'wrong-code', left]);
    }
    expect(outcome(await contacts.verify(contacts.codeSent()))).toEqual([409, 'code-over']);
    contacts.clock.minute = 1;
    await contacts.send();
    contacts.clock.minute = 11;
    expect(outcome(await contacts.verify(contacts.codeSent()))).toEqual([409, 'code-over']);
  });

  test('is not verified by a code that was sent to another one', async () => {
    await contacts.send();
    await contacts.put(sms('13900139000'), 1);
    expect(outcome(await contacts.verify(contacts.codeSent()))).toEqual([409, 'code-over']);
  });

  test('is sent one code a minute and five an hour, whichever party asks; a repeated request is one', async () => {
    const key = randomUUID();
    const [first, again] = [await contacts.send('wang', key), await contacts.send('wang', key)];
    expect([first.status, again.status, again.headers?.['Idempotent-Replayed']]).toEqual([201, 201, 'true']);
    const held = await contacts.send();
    expect([...outcome(held), held.headers?.['Retry-After']]).toEqual([429, 'too-many-codes', '60']);
    await contacts.put(sms(), 0, 'li');
    expect(outcome(await contacts.send('li'))).toEqual([429, 'too-many-codes']);
    for (contacts.clock.minute = 1; contacts.clock.minute < 5; contacts.clock.minute++)
      expect((await contacts.send('li')).status).toBe(201);
    const full = await contacts.send('wang');
    expect([full.status, full.headers?.['Retry-After']]).toEqual([429, '3300']);
  });

  test('two that ask at once get one code', async () => {
    const both = await Promise.all([contacts.send(), contacts.send()]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 429]);
  });
});

describe('the confirmation of an address for official papers', () => {
  beforeEach(async () => {
    await contacts.put(sms());
  });

  test('needs an address that is verified and the text of today, and is withdrawn for what comes later', async () => {
    expect(outcome(await contacts.confirm())).toEqual([409, 'not-verified']);
    await contacts.send();
    await contacts.verify(contacts.codeSent());
    expect(outcome(await contacts.confirm('delivery-0'))).toEqual([409, 'consent-changed']);
    const { text } = (await contacts.ask('GET ')).body.consent;
    expect((await contacts.confirm(text)).body).toEqual({
      channel: 'sms',
      status: 'confirmed',
      version: 3,
      actions: ['withdraw'],
    });
    expect((await contacts.ask('GET ')).body.addresses[0]).toMatchObject({
      consent: 'delivery-1',
      confirmedAt: '2026-08-03T02:00:00.000Z',
    });
    expect((await contacts.ask('POST /sms/withdraw', { body: {} })).body.actions).toEqual(['confirm']);
    expect((await contacts.service.deps.contacts.of('p_wang'))?.addresses[0]).not.toHaveProperty('confirmedAt');
    expect(outcome(await contacts.ask('POST /sms/withdraw', { body: {} }))).toEqual([409, 'not-confirmed']);
  });

  test('ends with the address: another number is to be proved and confirmed anew', async () => {
    await contacts.send();
    await contacts.verify(contacts.codeSent());
    await contacts.confirm();
    expect((await contacts.put(sms('13900139000'), 3)).body.addresses[0].actions).toEqual(['send-code', 'verify']);
  });
});
