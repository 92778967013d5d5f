import type { Envelope } from '#events/event';
import type { Cause } from '#shared/cause';
import { applicationOf } from '../../services/intake/cases.fake.ts';
import type { Application } from '../../services/intake/domain/case/application.ts';
import type { Notice } from '../../services/intake/domain/clock/notice.ts';
import { settled } from '../../services/intake/domain/case/settled.ts';
import { onCalendarPublished } from '../../services/intake/functions/facts/on-calendar-published.ts';
import { recountOpenCases } from '../../services/intake/functions/tick/recount.ts';
import { envelopeOf, uuid } from './facts.ts';
import type { IntakeWorld } from './intake.ts';

const causeAt = (at: Date): Cause => ({
  at,
  actor: { sub: 'somebody', kind: 'staff', partyId: 'p_somebody' },
  office: 'gulou/amr',
  correlationId: 'chain-0001',
  causationId: 'request-1',
});

let cases = 0;

/** A case as it has come to be, with its row in the diary by the calendars of now; its id. */
export async function stored(world: IntakeWorld, rest: Partial<Application>): Promise<string> {
  cases += 1;
  const { deps, clock } = world;
  const draft = applicationOf({ id: uuid(cases, 9) });
  const form = { form: {}, version: 1, masks: () => [] };
  await deps.applications.create({ application: draft, form }, causeAt(clock.now));
  if (rest.state === 'draft') return draft.id;
  const change = { before: draft, application: { ...draft, ...rest, version: 2 }, act: 'submit' as const };
  const calendar = await deps.calendars.current();
  await deps.applications.save(settled(change, { ...causeAt(clock.now), calendar }), causeAt(clock.now));
  return draft.id;
}

/** The city's fact of a year, as a district hears it. */
export async function receiveDays(
  { deps, clock }: IntakeWorld,
  days: Notice & { year: number },
  version = 2,
): Promise<void> {
  const type = 'intake.calendar-published.v1' as const;
  const event = { ...envelopeOf({ sequence: version, district: 'fuzhou' }), type, data: { ...days, version } };
  await onCalendarPublished(deps)(event, causeAt(clock.now));
}

/** What one run of the recount does, so many seconds later. */
export async function recounted({ deps, clock }: IntakeWorld, seconds = 61): Promise<number> {
  clock.now = new Date(clock.now.getTime() + seconds * 1000);
  return (await recountOpenCases(deps)())['LimitsRecounted'] ?? 0;
}

/** What others were told by an act, oldest first. */
export async function told(world: IntakeWorld, act = 'recount'): Promise<Envelope['data'][]> {
  const facts = await world.facts();
  return facts.filter(({ data }) => data['reasonCode'] === act).map(({ data }) => data);
}
