import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { smtpKeysIn, type SmtpKeys } from '../../../services/notifications/sending/smtp/keys.ts';
import { smtp } from '../../../services/notifications/sending/smtp/smtp.ts';
import type { Message } from '../../../services/notifications/sending/provider.ts';
import { openSending, reachable } from '../../../test/support/sending.ts';
import { startProviders, type Providers } from '../providers.ts';

const now = () => new Date('2026-08-03T02:00:00Z');

let house: Providers;
beforeAll(async () => {
  house = await startProviders({ now });
});
afterAll(() => house.stop());
beforeEach(() => house.clear());

interface Other {
  keys?: Partial<SmtpKeys>;
  base?: string;
  timeoutMs?: number;
}
const opened = ({ keys = {}, base = house.mailAddress, timeoutMs = 10_000 }: Other = {}) =>
  smtp({ base, now, timeoutMs, keys: async () => ({ ...smtpKeysIn(house.secretOf('smtp')), ...keys }) });

let made = 0;
const message = (changes: Partial<Message> = {}): Message => ({
  reference: `notice-${(made += 1)}.1`,
  to: 'zhang@example.com',
  language: 'zh',
  key: 'correcting',
  values: [],
  subject: '请补正材料',
  text: '您的申请需要补正，编号A1B2C3D4。',
  fields: {},
  ...changes,
});
const came = ({ reference }: Message) => house.box().filter((one) => one.reference === reference);

describe('e-mail', () => {
  test('goes by TLS to one reader, as text in his language, under the reference of its delivery', async () => {
    const sent = message();
    expect(await opened().send(sent)).toEqual({ is: 'sent' });
    const [{ mail, to } = {}] = came(sent);
    expect({ to, subject: mail?.subject, text: mail?.text }).toEqual({
      to: 'zhang@example.com',
      subject: '请补正材料',
      text: '您的申请需要补正，编号A1B2C3D4。',
    });
    expect(mail?.headers).toMatchObject({
      'message-id': `<${sent.reference}@banshi.example>`,
      'content-type': 'text/plain; charset=utf-8',
      'content-language': 'zh-CN',
      'auto-submitted': 'auto-generated',
      date: 'Mon, 03 Aug 2026 02:00:00 +0000',
    });
  });

  test('says what a value says, and no value makes a header, a reader, a mark-up or an end of its own', async () => {
    const text = '<b>粗体</b>\n.\nQUIT\n..末尾';
    const sent = message({ subject: '补正\r\nBcc: else@example.com\u2028=?utf-8?B?5a6M?=', text });
    await opened().send(sent);
    const [{ mail, to } = {}] = came(sent);
    expect([to, mail?.headers['bcc'], mail?.headers['content-type']]).toEqual([
      'zhang@example.com',
      undefined,
      'text/plain; charset=utf-8',
    ]);
    expect(mail?.subject).toBe('补正 Bcc: else@example.com =?utf-8?B?5a6M?=');
    expect(mail?.text.replaceAll('\r\n', '\n')).toBe(text);
    expect(came(sent)).toHaveLength(1);
  });

  test('that is not answered may have come: it is silent, and comes again under the same Message-ID', async () => {
    const sent = message();
    house.fail({ provider: 'smtp', kind: 'lost-reply', times: 1 });
    expect(await opened().send(sent)).toEqual({ is: 'silent', code: 'no-answer' });
    expect(await opened().send(sent)).toEqual({ is: 'sent' });
    const ids = came(sent).map(({ mail }) => mail?.headers['message-id']);
    expect(ids).toEqual([`<${sent.reference}@banshi.example>`, `<${sent.reference}@banshi.example>`]);
  });

  test('to a server that is slow is given up in time, and nothing is known', async () => {
    house.fail({ provider: 'smtp', kind: 'slow', times: 1 });
    expect(await opened({ timeoutMs: 800 }).send(message())).toEqual({ is: 'silent', code: 'no-answer' });
  });

  test('was not sent where the server is down, not there, lets us not in or is somebody else', async () => {
    house.fail({ provider: 'smtp', kind: 'down', times: 1 });
    expect(await opened().send(message())).toEqual({ is: 'away', code: 'smtp-421' });
    expect(await opened({ base: 'smtp://127.0.0.1:9' }).send(message())).toEqual({ is: 'away', code: 'not-reached' });
    const login = { user: 'banshi', pass: 'guessed' };
    expect(await opened({ keys: { login } }).send(message())).toEqual({ is: 'away', code: 'smtp-535' });
    for (const keys of [{ ca: undefined }, { servername: 'other.example' }]) {
      const sent = message();
      expect(await opened({ keys }).send(sent)).toEqual({ is: 'away', code: 'not-reached' });
      expect(came(sent)).toEqual([]);
    }
  });

  test('is refused by 4xx for now, by 5xx for good: of the person where nobody is there, else of ours', async () => {
    house.fail({ provider: 'smtp', kind: 'limit', times: 1 });
    expect(await opened().send(message())).toEqual({ is: 'away', code: 'smtp-451 4.7.1' });
    house.fail({ provider: 'smtp', kind: 'unreachable', times: 1 });
    const nobody = { is: 'failed', code: 'smtp-550 5.1.1', lasting: 'permanent' };
    expect(await opened().send(message())).toEqual(nobody);
    const ours = { is: 'failed', code: 'smtp-530 5.7.0', lasting: 'technical' };
    expect(await opened({ keys: { login: undefined } }).send(message())).toEqual(ours);
  });
});

describe('a notice by e-mail', () => {
  const addresses = [{ channel: 'email', value: 'zhang@example.com', verifiedAt: new Date('2026-01-01') } as const];
  const told = async () => {
    const world = openSending({ providers: [opened()], contact: reachable({ addresses }) });
    return { world, id: await world.tell({ channels: ['email', 'task'] }) };
  };

  test('that is put off by 4xx is sent a minute later', async () => {
    house.fail({ provider: 'smtp', kind: 'limit', times: 1 });
    const { world, id } = await told();
    await world.settle();
    expect((await world.notice(id)).deliveries).toMatchObject([{ state: 'sending', failure: 'smtp-451 4.7.1' }]);
    await world.pass(1);
    expect((await world.notice(id)).deliveries).toMatchObject([{ state: 'sent', provider: 'smtp', tries: 2 }]);
    expect(house.box().at(-1)).toMatchObject({ reference: `${id}.1`, to: 'zhang@example.com' });
  });

  test('that is refused by 5xx goes on by the next channel', async () => {
    house.fail({ provider: 'smtp', kind: 'unreachable', times: 1 });
    const { world, id } = await told();
    await world.settle();
    expect((await world.notice(id)).deliveries).toMatchObject([
      { channel: 'email', state: 'permanent-failure', failure: 'smtp-550 5.1.1' },
      { channel: 'task', state: 'sent' },
    ]);
  });
});
