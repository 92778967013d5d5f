import type * as z from 'zod';
import type { Scope } from '#shared/access';
import type { CalendarYear } from '#shared/calendar';
import { plain } from '#shared/plain';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { actionsOf } from '../../domain/case/follow-up.ts';
import { isOpen } from '../../domain/case/ahead.ts';
import { askedOf, mayAwait, type Asked } from '../../domain/case/asked.ts';
import type { Application } from '../../domain/case/application.ts';
import { shownTo } from '../../domain/case/inner.ts';
import { standingOf, type Look } from '../../domain/case/standing.ts';
import { tolerateUntil } from '../../domain/case/tolerating.ts';
import { hasPart, viewOf } from '../../domain/case/view.ts';
import { masked } from '../../domain/form/masking.ts';
import { notAsked } from '../../domain/form/prefilled.ts';
import { openIn } from '../../domain/form/unfilled.ts';
import type { IntakeDeps } from '../../deps.ts';
import { caseProblems } from '../../problems/case.ts';
import { lookedIn } from './filled-by-licences.ts';
import { lookedAt } from './looked-at.ts';
import type { readQuery } from '../../schemas/case.ts';

export const readApplication =
  (deps: IntakeDeps) =>
  async ({
    params: { id = '' },
    query,
    scope,
    cause,
  }: Call<z.infer<ReturnType<typeof readQuery>>>): Promise<HttpResponse> => {
    const { links, history, calendars, catalogue, persons } = deps;
    const [found, by] = await Promise.all([links.show(scope, id), persons.know(scope, cause.at)]);
    if (!found) return refuse(problems.notFound);

    const { reason } = query;
    const view = viewOf(scope.capacities, reason);
    if (view === 'not-needed' || (view === 'recorded' && !hasPart(scope, found.application)))
      return refuse(caseProblems['unmasked-not-needed']);
    // The record of the read comes first: no reply leaves unmasked that is not recorded.
    if (view === 'recorded' && reason !== undefined) await history.recordRead(id, reason, cause);

    const seen = await lookedAt(found.application, { catalogue });
    const calendar = await calendars.current();
    const look = { now: cause.at, threshold: await calendars.threshold() };
    const { form, masks, prefilled = [] } = found.form;
    const asked = found.application.corrections.flatMap(({ defects }) => defects.flatMap((one) => one.pointer ?? []));
    return {
      status: 200,
      headers: { ETag: `"${found.application.version}"` },
      body: {
        ...shown(found.application, scope, view),
        ...clocksOf(found.application, { ...look, calendar, also: await alsoAsked(found.application, cause.at, deps) }),
        followedBy: found.followedBy.map(({ state: status, ...one }) => plain({ ...one, status })),
        ...(seen.itemEnd && { itemEnd: seen.itemEnd }),
        ...(view !== 'own' && found.push && { push: found.push }),
        actions: actionsOf(seen, by),
        form: view === 'masked' ? masked(form, masks()) : form,
        masked: view === 'masked',
        ...(seen.state === 'draft'
          ? { prefilled: await lookedIn(prefilled, cause.at, deps), ...openIn(found.form) }
          : { prefilled: notAsked(prefilled, asked) }),
      },
    };
  };

/** Accounts of the office are shown, not the ids of the persons behind them. */
function withoutPersons({ corrections, refusal, voiding }: Pick<Application, 'corrections' | 'refusal' | 'voiding'>) {
  return {
    corrections: corrections.map((one) => ({ ...one, byParty: undefined })),
    refusal: refusal && { ...refusal, byParty: undefined },
    voiding: voiding && { ...voiding, byParty: undefined },
  };
}

/** What is recorded beside a case and waits for its applicant: read where there can be anything. */
const alsoAsked = async (found: Application, now: Date, deps: IntakeDeps): Promise<readonly Asked[]> =>
  mayAwait(found)
    ? ((await (await import('./awaited.ts')).awaitedOf([found], now, deps)).get(found.id)?.asked ?? [])
    : [];

/** Where its clocks stand, and until when what was tolerated may follow, while the case waits for it. */
function clocksOf(
  application: Application,
  { calendar, also, ...look }: Look & { calendar: readonly CalendarYear[]; also: readonly Asked[] },
) {
  const until = isOpen(application) ? tolerateUntil(application, calendar) : undefined;
  const standing = standingOf(application, look, calendar);
  const provisional = standing.provisional || (until?.provisional ?? false);
  return plain({
    ...standing,
    provisional,
    toleratedUntil: until?.dueAt,
    asked: [...askedOf(application, calendar), ...also],
  });
}

/** What a case says of itself to everybody who sees it; by the tracking code only its applicant follows it. */
function shown(application: Application, { capacities }: Scope, view: ReturnType<typeof viewOf>): object {
  const seen = shownTo(application, capacities);
  const { state, partyId, heldBy, createdPartyId, promised, legal, ahead, timelineHash, ...rest } = seen;
  const {
    catalogueVersion,
    trackingCode,
    safety,
    burden,
    charges,
    validity,
    renewBefore,
    appliedAt,
    extendable,
    ...said
  } = rest;
  return {
    ...plain({ ...said, ...withoutPersons(seen) }),
    status: state,
    ...(trackingCode && view === 'own' && { trackingCode }),
  };
}
