import { randomUUID } from 'node:crypto';
import { fakeTable } from '#shared/table.fake';
import { codeOf } from '../../services/notifications/functions/contact/code-of.ts';
import { applicantActor } from './actors.ts';
import { gatewayEvent, lambdaContext } from './gateway-event.ts';
import { cityKey, notificationsOver } from './inbox.ts';
import { outboxOf } from './settle.ts';

interface Asked {
  by?: string;
  body?: object;
  version?: number;
  key?: string;
  assurance?: 1 | 2;
}

/** Contacts over a table in memory, with a clock of minutes that is moved by hand. */
export function openContacts() {
  const table = fakeTable();
  const clock = { minute: 0 };
  const service = notificationsOver(table, () => new Date(Date.parse('2026-08-03T02:00:00Z') + clock.minute * 60_000));
  async function ask(route: string, { by = 'wang', version, assurance = 2, key = randomUUID(), ...rest }: Asked = {}) {
    const [method = 'GET', path = ''] = route.split(' ');
    const match: Record<string, string> = version === undefined ? {} : { 'If-Match': `"${version}"` };
    const headers = { 'Idempotency-Key': key, 'Accept-Language': 'en', ...match };
    const actor = applicantActor(by, { assurance });
    const event = gatewayEvent({ method, path: `/notifications/contact${path}`, actor, headers, ...rest });
    const { statusCode, body, headers: said } = await service.handle(event, lambdaContext);
    return { status: statusCode, headers: said, body: JSON.parse(body) };
  }
  /** The code of the notice that was written last. */
  const codeSent = (): string => codeOf(cityKey, String(outboxOf(table).at(-1)?.data['noticeId']));
  return {
    table,
    clock,
    service,
    ask,
    codeSent,
    wrongCode: () => String((Number(codeSent()) + 1) % 1_000_000).padStart(6, '0'),
    put: (body: object, version = 0, by = 'wang') =>
      ask('PUT ', { by, version, body: { addresses: [], language: 'zh', optOuts: [], ...body } }),
    send: (by = 'wang', key = randomUUID()) => ask('POST /sms/send-code', { by, key, body: {} }),
    verify: (code: string, by = 'wang') => ask('POST /sms/verify', { by, body: { code } }),
    confirm: (text = 'delivery-1') => ask('POST /sms/confirm', { body: { text } }),
  };
}

/** A wish with one number. */
export const sms = (value = '138 0013 8000') => ({ addresses: [{ channel: 'sms', value }] });

export const outcome = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];
