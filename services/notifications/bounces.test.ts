import { beforeEach, describe, expect, test } from 'vitest';
import { httpHandler } from '#shared/http';
import { bounceOf } from '../../localstack/providers/smtp/bounce.ts';
import { gatewayEvent, lambdaContext } from '../../test/support/gateway-event.ts';
import { notificationsOver } from '../../test/support/inbox.ts';
import { correcting } from '../../test/support/sending.ts';
import { routes } from './api.ts';
import { answered, begin } from './domain/notice/answer.ts';
import type { NoticeChange } from './domain/notice/change.ts';
import { createNotice } from './domain/notice/create.ts';
import { ownCause } from './functions/own-cause.ts';
import { fakeTable } from '#shared/table.fake';

const receiptKey = 'a key of the mailbox that bounces come to';
const agreed = JSON.stringify({ from: 'no-reply@banshi.example', name: '榕易办', receiptKey });
const to = 'office@example.com';
const id = '7b0c7f5e-0000-4000-8000-0000000000aa';

describe('a mail that was taken and comes back', () => {
  let service: ReturnType<typeof notificationsOver>;
  beforeEach(async () => {
    service = notificationsOver(fakeTable());
    const { deps } = service;
    const verifiedAt = new Date('2026-08-01T02:00:00Z');
    const addresses = [{ channel: 'email' as const, value: to, verifiedAt, confirmedAt: verifiedAt }];
    const contact = { partyId: 'p_1', version: 1, addresses, language: 'zh' as const, optOuts: [], timelineHash: '' };
    await deps.contacts.save({ contact, act: 'change' }, ownCause(deps));
    const moment = { now: deps.now(), calendar: await deps.calendar() };
    const keep = async (change: NoticeChange | undefined) => {
      if (!change) throw new Error('no such step');
      await deps.notices.save(change, ownCause(deps));
      return change.notice;
    };
    const made = await keep(createNotice(correcting({ channels: ['email', 'task'] }), { id, now: deps.now() }));
    const begun = await keep(begin(made, { n: 1, tries: 0, provider: 'smtp' }, deps.now()));
    await keep(answered(begun, 1, { answer: { is: 'sent' }, moment }));
  });

  const mail = { headers: { 'message-id': `<${id}.1@banshi.example>` }, subject: '', text: '' };
  const posted = {
    provider: 'smtp',
    reference: '',
    ref: '',
    to,
    template: '',
    values: {},
    mail,
    at: new Date(),
  } as const;
  const report = bounceOf({ ...posted, state: 'failed' }) ?? '';
  const hand = async (text: string, key = receiptKey) => {
    const handle = httpHandler(routes, { ...service.deps, providerSecret: async () => agreed });
    const event = gatewayEvent({ method: 'POST', path: '/notifications/public/receipts/smtp', query: { key } });
    return (await handle({ ...event, body: text }, lambdaContext)).statusCode;
  };
  const deliveries = async () =>
    (await service.deps.notices.load(id))?.deliveries.map(({ channel, state, failure }) => [channel, state, failure]);
  const address = async () => (await service.deps.contacts.own('p_1'))?.addresses[0];

  test('as nobody is there has failed for good: staff are next, and the address counts no more until it is verified again', async () => {
    expect(await hand(report)).toBe(200);
    expect(await hand(report)).toBe(200);
    expect(await deliveries()).toEqual([
      ['email', 'permanent-failure', 'bounced 5.1.1'],
      ['task', 'created', undefined],
    ]);
    expect(await address()).toEqual({ channel: 'email', value: to, bouncedAt: service.deps.now() });
  });

  test('as the mailbox is full has failed for a time: staff are next, and the address stays good', async () => {
    expect(await hand(report.replace('Status: 5.1.1', 'Status: 4.2.2'))).toBe(200);
    expect(await deliveries()).toEqual([
      ['email', 'temporary-failure', 'bounced 4.2.2'],
      ['task', 'created', undefined],
    ]);
    expect((await address())?.verifiedAt).toBeDefined();
  });

  test.each([
    ['of a delay', report.replace('Action: failed', 'Action: delayed')],
    ['that says it was delivered', report.replace('Action: failed', 'Action: delivered')],
    ['of a mail that is not ours', report.replaceAll(id, 'somebody-elses')],
    ['that is no report', 'Subject: win a prize\r\n\r\nclick here'],
    ['of two mails at once', `${report}Message-ID: <${id}.2@banshi.example>\r\n`],
  ])('%s changes nothing, and is taken so that it does not come again', async (_, text) => {
    expect(await hand(text)).toBe(200);
    expect(await deliveries()).toEqual([['email', 'sent', undefined]]);
  });

  test('is believed only by the key of the mailbox', async () => {
    expect(await hand(report, 'guessed')).toBe(403);
    expect(await deliveries()).toEqual([['email', 'sent', undefined]]);
  });

  test('does not mark an address that was verified after it was sent', async () => {
    const own = await service.deps.contacts.own('p_1');
    if (!own) throw new Error('no contact');
    service.clock.at = new Date('2026-08-04T02:00:00Z');
    const addresses = [{ channel: 'email' as const, value: to, verifiedAt: service.clock.at }];
    const contact = { ...own, version: own.version + 1, addresses };
    await service.deps.contacts.save({ contact, act: 'verify-email' }, ownCause(service.deps));
    expect(await hand(report)).toBe(200);
    expect((await address())?.verifiedAt).toEqual(service.clock.at);
  });
});
