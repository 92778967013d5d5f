import { isCurrent, type Scope } from '#shared/access';
import { plain } from '#shared/plain';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { NotificationsDeps } from '../../deps.ts';
import type { Delivery, Notice } from '../../domain/notice/notice.ts';
import { textOf } from './text-of.ts';

type Deps = Pick<NotificationsDeps, 'notices' | 'editions' | 'parties'>;

/** 送达证明: for the party that was told, and for the staff of its district. No address stands in it. */
export const showProof =
  ({ notices, editions, parties }: Deps) =>
  async ({ params, scope, cause, language }: Call): Promise<HttpResponse> => {
    const found = await notices.load(params['id'] ?? '');
    const own = scope.capacities.includes('applicant') ? await parties.group(scope.actor.partyId) : [];
    if (!found || !isOpen(found, { scope, own: [...own, ...scope.parties], now: cause.at }))
      return refuse(problems.notFound);
    const [timeline, text] = await Promise.all([
      notices.timeline(found.id),
      textOf(found, { channel: 'inbox', language }, editions),
    ]);
    return { status: 200, body: { ...shown(found), text, timeline } };
  };

function isOpen(
  { partyId, district }: Notice,
  { scope, own, now }: { scope: Scope; own: readonly string[]; now: Date },
): boolean {
  if (scope.capacities.includes('applicant')) return own.includes(partyId);
  const roles: readonly string[] = scope.capacities;
  return scope.actor.posts.some(
    (post) => post.district === district && roles.includes(post.role) && isCurrent(post, now),
  );
}

function shown({ partyId, values, next, unreadDays, sendAt, urgent, deliveries, ...notice }: Notice) {
  return plain({ ...notice, deliveries: deliveries.map((one, at) => shownDelivery(one, at + 1)) });
}

function shownDelivery(delivery: Delivery, n: number) {
  const { channel, provider, state, tries, confirmed = false, how, sentAt, deliveredAt, readAt, failure } = delivery;
  return { n, channel, provider, status: state, tries, confirmed, how, sentAt, deliveredAt, readAt, failure };
}
