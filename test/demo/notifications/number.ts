import * as z from 'zod';
import { etagOf } from '../../support/cases.ts';
import type { Hall } from '../../support/hall.ts';
import type { Local, SentMessage } from '../../support/local.ts';
import { inCity } from '../../support/upload.ts';
import { answered, refused, type Story } from '../story.ts';

/** A number that belongs to nobody here. */
export const number = '13900000064';
export const sentTo = async (local: Local): Promise<SentMessage[]> =>
  (await local.sent()).filter(({ to }) => to.endsWith(number));

const contact = z.object({ addresses: z.array(z.object({ value: z.string() })) });

/** A company says where it is reached, and proves by six digits that the number is its own. */
export async function numberStory(hall: Hall, { step }: Story, local: Local): Promise<void> {
  const company = hall.as('company');
  const before = await company.get('/notifications/contact', inCity);
  // Two equal hours: it is never quiet, whenever this story is told.
  const wish = {
    addresses: [{ channel: 'sms', value: number }],
    language: 'zh',
    quiet: { from: '00:00', until: '00:00' },
    optOuts: [],
  };
  await step(
    '境外号码 · a number of another country is refused by its place: an SMS would not reach it',
    () =>
      company.put(
        '/notifications/contact',
        { ...wish, addresses: [{ channel: 'sms', value: '+44 7700 900123' }] },
        { ...inCity, ifMatch: etagOf(before) },
      ),
    (answer) =>
      refused(400, 'invalid-input')(answer) && JSON.stringify(answer.body['errors']).includes('foreign-number'),
  );
  await step(
    '联系方式 · the company gives a mobile number; it is shown masked, to its owner too',
    () => company.put('/notifications/contact', wish, { ...inCity, ifMatch: etagOf(before) }),
    ({ status, body }) => status === 200 && contact.parse(body).addresses[0]?.value === '139****0064',
  );
  const already = (await sentTo(local)).length;
  await step(
    '验证码 · six digits are sent to it, urgent as they are',
    () => company.post('/notifications/contact/sms/send-code', {}, inCity),
    answered(201, 'sent'),
  );
  const code = await step(
    '收到 · they arrive at the telephone, and are kept nowhere else',
    async () => {
      await local.pass('+1s');
      return sentTo(local);
    },
    (sent) => sent.length === already + 1 && codeIn(sent.at(-1)) !== undefined,
  );
  await step(
    '验证 · whoever says them has the number in hand: from now on it counts',
    () => company.post('/notifications/contact/sms/verify', { code: codeIn(code.at(-1)) }, inCity),
    answered(200, 'verified'),
  );
}

function codeIn(sent: SentMessage | undefined): string | undefined {
  const values = Object.values(sent?.values ?? {});
  return values.find((one) => /^\d{6}$/.test(one));
}
