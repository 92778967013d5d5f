import { dayOf, nextDay, startOf } from '#shared/calendar';
import type { Delivery, Notice } from '../../domain/notice/notice.ts';
import type { SendDeps } from '../../send-deps.ts';
import type { Said } from '../../sending/provider.ts';

/** So many of one template a day to one number: more the operators refuse. */
const mostPerDay = 50;
const hourMs = 3_600_000;

/**
 * Why a message is not sent to this number today: it has had its share of this template. It goes by the next electronic channel, else
 * tomorrow at eight. The number stands in no key: counted is by its hash under a key of ours.
 */
export async function overQuota(
  { notice, before, to }: { notice: Notice; before: Delivery; to: string },
  { quotas, now }: Pick<SendDeps, 'quotas' | 'now'>,
): Promise<Said | undefined> {
  const isCounted = before.tries > 0 && before.failure !== 'quota' && before.failure !== 'quiet-hours';
  if (before.channel !== 'sms' || isCounted) return undefined;
  const day = dayOf(now());
  const count = await quotas.count({ to, what: notice.template.key, day }, startOf(nextDay(nextDay(day))));
  if (count <= mostPerDay) return undefined;
  const another = notice.next.some((channel) => channel !== 'task');
  if (another) return { is: 'failed', code: 'quota', lasting: 'temporary' };
  return { is: 'later', code: 'quota', at: new Date(startOf(nextDay(day)).getTime() + 8 * hourMs) };
}
