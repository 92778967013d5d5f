import { createHash, timingSafeEqual } from 'node:crypto';
import type * as z from 'zod';
import { plain } from '#shared/plain';
import type { Language } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { Application } from '../../domain/case/application.ts';
import { hasResult } from '../../domain/case/asked.ts';
import { sinceSaid } from '../../domain/case/since.ts';
import { onItsWay } from '../../domain/tracking/on-its-way.ts';
import { setOf } from '../../domain/tracking/set-of.ts';
import { trackedOf } from '../../domain/tracking/track.ts';
import { followWords } from '../../domain/tracking/words.ts';
import type { IntakeDeps } from '../../deps.ts';
import { notTracked, tooManyTries, trackedElsewhere } from '../../problems/tracking.ts';
import type { trackQuery } from '../../schemas/tracking.ts';
import { itemOf } from '../case/item-of.ts';
import { sinceOf } from '../case/since.ts';
import { sinceTold } from '../case/since-of-page.ts';

/** A number that is none and a code that is wrong cost and answer the same: who guesses learns of neither. */
export const trackCase =
  (deps: Pick<IntakeDeps, 'applications' | 'links' | 'tracking' | 'catalogue' | 'calendars' | 'deliveries' | 'set'>) =>
  async (call: Call<z.infer<ReturnType<typeof trackQuery>>>): Promise<HttpResponse> => {
    const { params, query, cause, language } = call;
    // A number is read off a paper and typed as it comes, as the code is.
    const number = (params['number'] ?? '').toUpperCase();
    const { calendars, set } = deps;
    const tracking = await deps.tracking();
    const [found, current] = await Promise.all([tracking.find(number), deps.catalogue.current()]);
    const district = found ? undefined : setOf(number, current?.items ?? []);
    if (district && district !== set) return { ...refuse(trackedElsewhere), more: { district } };

    const right = isSame(query.code, found?.trackingCode);
    const until = await tracking.take(number, { at: cause.at, right });
    if (until) return { ...refuse(tooManyTries), headers: { 'Retry-After': secondsTo(until, cause.at) } };
    if (!found || !right) return refuse(notTracked);

    const [entries, item, calendar, delivery, since] = await Promise.all([
      tracking.acts(found.id),
      itemOf(found, deps),
      calendars.current(),
      deliveryOf(found, deps),
      found.decidedAt ? sinceOf(found.id, deps) : [],
    ]);
    const tracked = trackedOf(found, entries, { now: cause.at, threshold: await calendars.threshold(), calendar });
    if (!tracked) return refuse(notTracked);
    const { state: status, outcome, submittedAt, acceptedAt, decidedAt } = found;
    const body = {
      number,
      item: language === 'zh' ? item.name : item.nameEn,
      district: set,
      status,
      text: tracked.state[language],
      outcome,
      outcomeText: tracked.outcome && [tracked.outcome, ...since.map(sinceSaid)].map((one) => one[language]).join('；'),
      ...followsIn(found, language),
      ...(since.length > 0 && { since: since.map(sinceTold(language)) }),
      submittedAt,
      acceptedAt,
      decidedAt,
      ...tracked.standing,
      delivery: delivery && { ...delivery, text: delivery.text[language] },
      acts: tracked.acts.map(({ at, said }) => ({ at, text: said[language] })),
    };
    return { status: 200, body: plain(body) };
  };

const followsIn = ({ follows }: Application, language: Language) =>
  follows && { follows: { as: follows.as, text: followWords[follows.as][language] } };

/** Most who ask have no result yet: what reads a delivery is loaded with the first who has. */
async function deliveryOf(found: Application, { deliveries }: Pick<IntakeDeps, 'deliveries'>) {
  if (!hasResult(found)) return undefined;
  const delivery = await (await deliveries()).get(found.id);
  return delivery && onItsWay(delivery);
}

const secondsTo = (until: Date, at: Date) => String(Math.max(1, Math.ceil((until.getTime() - at.getTime()) / 1000)));

const digest = (code: string) => createHash('sha256').update(code).digest();

/** Takes as long for a code that differs in its first character as for one that differs in its last. */
function isSame(given: string, code: string | undefined): boolean {
  return timingSafeEqual(digest(given), digest(code ?? '')) && code !== undefined;
}
