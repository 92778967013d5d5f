import { beforeEach, describe, expect, test } from 'vitest';
import { openContacts, outcome, sms } from '../../test/support/contact.ts';
import { mergeFact } from '../../test/support/parties.ts';
import { outboxOf } from '../../test/support/settle.ts';
import { sqsEvent } from '../../test/support/sqs-event.ts';

let contacts: ReturnType<typeof openContacts>;
beforeEach(() => {
  contacts = openContacts();
});

describe('a contact', () => {
  test('is shown with the usual quiet hours before anything was said, and masked after', async () => {
    const first = await contacts.ask('GET ');
    expect(first.body).toMatchObject({
      version: 0,
      addresses: [],
      language: 'zh',
      quiet: { from: '22:00', until: '08:00' },
    });
    expect(first.headers?.['ETag']).toBe('"0"');
    const body = {
      addresses: [
        { channel: 'sms', value: '+86 13800138000' },
        { channel: 'email', value: 'wang.wu@Example.com' },
        { channel: 'wechat', value: 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M' },
      ],
      preferred: 'email',
      quiet: { from: '23:00', until: '06:30' },
    };
    expect((await contacts.put(body)).status).toBe(200);
    const { body: shown } = await contacts.ask('GET ', { assurance: 1 });
    expect(shown.addresses.map(({ value }: { value: string }) => value)).toEqual([
      '138****8000',
      'w******@example.com',
      'o6_*********************fL2M',
    ]);
    expect(shown).toMatchObject({ version: 1, preferred: 'email', quiet: { from: '23:00', until: '06:30' } });
  });

  test('is its owner’s alone', async () => {
    await contacts.put(sms());
    expect((await contacts.ask('GET ', { by: 'li' })).body.addresses).toEqual([]);
    expect(outcome(await contacts.ask('POST /sms/send-code', { by: 'li', body: {} }))).toEqual([404, 'not-found']);
  });

  test('is changed upon the version that was read, and the same again is no change', async () => {
    await contacts.put(sms());
    expect(outcome(await contacts.put(sms('13900139000')))).toEqual([412, 'version-stale']);
    expect((await contacts.put(sms(), 0)).body.version).toBe(1);
    expect((await contacts.put({ addresses: [{ channel: 'sms' }], language: 'en' }, 1)).body).toMatchObject({
      version: 2,
      language: 'en',
      addresses: [{ value: '138****8000' }],
    });
    expect((await contacts.ask('PUT ', { body: { addresses: [], language: 'zh', optOuts: [] } })).status).toBe(428);
  });

  test('is refused with each fault by its place', async () => {
    const { status, body } = await contacts.put({
      addresses: [{ channel: 'sms', value: '+85291234567' }],
      optOuts: [{ kind: 'account' }],
    });
    expect([status, body.errors.map(({ pointer, code }: Record<string, string>) => [pointer, code])]).toEqual([
      400,
      [
        ['/addresses/0/value', 'foreign-number'],
        ['/optOuts/0/kind', 'not-optional'],
      ],
    ]);
    expect((await contacts.put({ quiet: { from: '24:00', until: '08:00' } })).body.errors[0].pointer).toBe(
      '/quiet/from',
    );
  });

  test('of one who has several ids shows what he said under the others, until that is undone', async () => {
    await contacts.put(sms(), 0, 'old');
    await contacts.service.consume(sqsEvent(mergeFact(1, ['p_wang', 'p_old'], 'merged')));
    expect((await contacts.ask('GET ')).body).toMatchObject({
      version: 0,
      addresses: [{ channel: 'sms', ofOtherId: true, actions: [] }],
    });
    expect((await contacts.service.deps.contacts.of('p_wang'))?.addresses).toHaveLength(1);
    await contacts.service.consume(sqsEvent(mergeFact(1, ['p_wang', 'p_old'], 'undone')));
    expect((await contacts.ask('GET ')).body.addresses).toEqual([]);
  });

  test('stands in no fact, and its code nowhere at all', async () => {
    await contacts.put(sms());
    await contacts.send();
    expect(JSON.stringify(outboxOf(contacts.table))).not.toMatch(/1380013/);
    const rows = JSON.stringify(contacts.table.rows());
    expect(rows.split('13800138000').length - 1).toBe(2);
    expect(rows).not.toContain(contacts.codeSent());
  });
});
