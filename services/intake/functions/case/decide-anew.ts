import type { Application } from '../../domain/case/application.ts';
import { refused, type Decide } from '../../domain/case/change.ts';
import { decide, type Deciding } from '../../domain/case/deciding.ts';
import { isDecidedAnew } from '../../domain/case/follow-up.ts';
import { openAnew } from '../../domain/case/opening.ts';
import { aheadOf } from '../../domain/case/standing.ts';
import { openingFacts } from '../../domain/document/kind.ts';
import type { IntakeDeps } from '../../deps.ts';
import { withDocuments } from '../material/with-documents.ts';
import type { DecideCall } from './decide-application.ts';
import { keptPlace } from './kept-place.ts';
import { itemOf } from './item-of.ts';
import { numbered } from './receipt.ts';

/** 撤销并责令重作: the case in which the first office decides anew begins in the transaction that annuls its decision. */
export async function annul(review: Application, call: DecideCall, deps: IntakeDeps): Promise<Decide<Deciding>> {
  const { body, scope, cause } = call;
  const [found, handed] = await Promise.all([
    deps.applications.getForClock(review.follows?.caseId ?? ''),
    // A review has the form of what it reviews.
    deps.applications.getWithForm(scope, review.id),
  ]);
  if (!found || !handed) throw new Error('a review is of a case, and has its form');
  if (!isDecidedAnew(found)) return decide;
  const [next, calendar, item] = await Promise.all([
    deps.links.next(found.id),
    deps.calendars.current(),
    itemOf(found, deps),
  ]);
  const number = await numbered(found, cause.at, deps);
  if ('problem' in number) return () => refused('numbers-used-up');
  const receipt = { at: cause.at, district: deps.set, ...number };
  const why = body.reasons ?? body.opinion;
  const kept = await keptPlace(found, { at: cause.at, review: review.id }, deps);
  const by = scope.actor;
  const opened = openAnew(found, item, { id: deps.newId(), why, review, by, queued: kept?.queued, ...receipt });
  const begun = { ...opened.application, ahead: aheadOf(opened.application, calendar) };
  const facts = [...opened.facts, ...openingFacts(begun)];
  const anew = { application: begun, facts, act: 'decide-anew' as const, form: { ...handed.form, version: 1 } };
  const upon = await withDocuments(anew, { from: { caseId: found.id }, cause }, deps);
  return (application, acting) => {
    const decided = decide(application, { ...acting, body: { ...acting.body, anew: begun.id } });
    return 'refused' in decided ? decided : { ...decided, opened: { opened: upon, next }, kept };
  };
}
