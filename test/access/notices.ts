import type { Cause } from '#shared/cause';
import { answered, begin } from '../../services/notifications/domain/notice/answer.ts';
import type { NoticeChange } from '../../services/notifications/domain/notice/change.ts';
import { createNotice } from '../../services/notifications/domain/notice/create.ts';
import type { NotificationsDeps } from '../../services/notifications/deps.ts';
import { ownCause } from '../../services/notifications/functions/own-cause.ts';
import { correcting } from '../support/sending.ts';
import { companyActor } from './applicants.ts';

/** By which receipts of Aliyun are believed in a hall. */
export const receiptKey = 'a key that ends the address of receipts';

/** What is agreed with a provider in a hall. */
export const agreed = JSON.stringify({ accessKeyId: 'a', accessKeySecret: 'b', signName: 'c', receiptKey });

/** A notice to the company of which staff of Gulou have a task; gives its id. */
export async function openTask(deps: NotificationsDeps): Promise<string> {
  const [now, id] = [deps.now(), deps.newId()];
  const moment = { now, calendar: await deps.calendar() };
  const { partyId } = companyActor(2);
  const cause: Cause = ownCause(deps);
  const keep = async (change: NoticeChange | undefined) => {
    if (!change) throw new Error('no such step');
    await deps.notices.save(change, cause);
    return change.notice;
  };
  const made = await keep(
    createNotice(
      correcting({
        partyId,
        channels: ['task'],
        template: { key: 'correcting', edition: 'built-in-1' },
        values: { number: 'A1B2C3D4', day: '2026-08-03' },
      }),
      { id, now },
    ),
  );
  const begun = await keep(begin(made, { n: 1, tries: 0 }, now));
  await keep(answered(begun, 1, { answer: { is: 'sent' }, moment }));
  return id;
}
