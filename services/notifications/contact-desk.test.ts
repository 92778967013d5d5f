import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#shared/actor';
import { partyIdOf } from '#shared/party';
import { deskWish } from '../../test/docs/examples/contact.ts';
import { staffActor } from '../../test/support/actors.ts';
import { openContacts, outcome } from '../../test/support/contact.ts';
import { gatewayEvent, lambdaContext } from '../../test/support/gateway-event.ts';
import { cityKey } from '../../test/support/inbox.ts';

const partyId = partyIdOf(cityKey, { kind: 'resident-id', number: deskWish.document.number });
const clerk = staffActor('window', { district: 'gulou' }, 'clerk');

let contacts: ReturnType<typeof openContacts>;
beforeEach(() => {
  contacts = openContacts();
});

async function atDesk(
  changes: object = {},
  { actor = clerk, key = randomUUID() }: { actor?: Actor; key?: string } = {},
) {
  const headers = { 'Idempotency-Key': key, 'Accept-Language': 'en' };
  const body = { ...deskWish, ...changes };
  const event = gatewayEvent({ method: 'POST', path: '/notifications/contact/at-desk', actor, headers, body });
  const { statusCode, body: said } = await contacts.service.handle(event, lambdaContext);
  return { status: statusCode, body: JSON.parse(said) };
}
const kept = async () => (await contacts.service.deps.contacts.own(partyId)) ?? expect.fail('nothing is kept');

describe('at a desk', () => {
  test('what somebody gives and signs counts without a code, and he may be served there', async () => {
    const { status, body } = await atDesk();
    expect(status).toBe(200);
    expect(body).toMatchObject({ version: 1, quiet: deskWish.quiet, addresses: [{ value: '138****8000' }] });
    const at = new Date('2026-08-03T02:00:00Z');
    const proved = { verifiedAt: at, confirmedAt: at, consent: 'delivery-1', signatureRef: 'Q-2026-000123' };
    expect((await kept()).addresses).toEqual([{ channel: 'sms', value: '+8613800138000', ...proved }]);
  });

  test('what is not named stays as it was', async () => {
    await atDesk();
    const optOuts = [{ kind: 'reminder' as const }];
    const before = await kept();
    await contacts.table.put({
      pk: `CONTACT#${partyId}`,
      sk: 'REC',
      schema: 1,
      ...JSON.parse(JSON.stringify({ ...before, optOuts })),
    });
    const { quiet } = deskWish;
    const mail = [{ channel: 'email', value: 'wang@example.com' }];
    await atDesk({ addresses: mail, confirm: [], text: undefined, quiet: undefined, language: 'en' });
    const after = await kept();
    expect(after).toMatchObject({ version: 2, language: 'en', quiet, optOuts });
    expect(after.addresses).toMatchObject([
      { channel: 'email', value: 'wang@example.com', verifiedAt: before.addresses[0]?.verifiedAt },
      ...before.addresses,
    ]);
    expect(after.addresses[0]?.confirmedAt).toBeUndefined();
  });

  test('leaves a record that whom it is about can read, and the document stands nowhere', async () => {
    const key = randomUUID();
    await atDesk({}, { key });
    await atDesk({}, { key });
    const read = async (id: string) => {
      const actor = { ...clerk, kind: 'person' as const, partyId: id, posts: [], assurance: 1 as const };
      const event = gatewayEvent({ path: '/notifications/contact/desk-records', actor });
      return JSON.parse((await contacts.service.handle(event, lambdaContext)).body).items;
    };
    const { hall, window, signatureRef } = deskWish.entry;
    const record = { actor: 'clerk', hall, window, signatureRef, documentSeen: 'resident-id' };
    expect(await read(partyId)).toEqual([{ ...record, at: '2026-08-03T02:00:00.000Z', office: expect.any(String) }]);
    expect(await read('p_other')).toEqual([]);
    expect(JSON.stringify(contacts.table.rows())).not.toContain(deskWish.document.number);
  });

  test('nobody confirms what was never proved, by another text, or for himself', async () => {
    const itself = { ...clerk, partyId };
    const faulty = await atDesk({ addresses: [], confirm: ['sms'] });
    expect([faulty.status, faulty.body.errors]).toMatchObject([400, [{ pointer: '/confirm/0', code: 'no-address' }]]);
    expect(outcome(await atDesk({ text: 'delivery-0' }))).toEqual([409, 'consent-changed']);
    expect(outcome(await atDesk({}, { actor: itself }))).toEqual([403, 'own-contact']);
    const unseen = { ...deskWish.entry, originalChecked: false };
    expect((await atDesk({ entry: unseen })).status).toBe(400);
    const openid = await atDesk({ addresses: [{ channel: 'wechat', value: 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M' }] });
    expect(openid.status).toBe(400);
    expect(contacts.table.rows().filter(({ pk }) => String(pk).startsWith('CONTACT#'))).toEqual([]);
  });
});
