import { ConsultationChangedV1 } from '#events/agency/consultation-changed.v1';
import { fact } from '#events/event';
import type { CalendarYear } from '#shared/calendar';
import { lateAt, limitFrom, recounted } from '../limit.ts';
import { stateBy, type RecordChange } from '../record-change.ts';
import type { Settings } from '../settings/settings.ts';
import type { Consultation } from './consultation.ts';
import { consultationGraph, type ConsultationAct } from './graph.ts';

export type ConsultationChange = RecordChange<Consultation>;
export interface Now {
  at: Date;
  calendar: readonly CalendarYear[];
  limits: Settings['limits'];
}

type Asking = Pick<Consultation, 'id' | 'asker' | 'projectId' | 'to' | 'answerer'> & { text: string };

/** A question is asked; its limit counts from the day after. */
export function ask({ text, ...given }: Asking, now: Now): ConsultationChange {
  const after: Consultation = {
    ...given,
    version: 1,
    state: 'open',
    said: [{ by: 'asker', at: now.at, text }],
    limit: limitFrom(now.limits.consultation, now),
    late: false,
    askedAt: now.at,
    timelineHash: '',
  };
  return { before: undefined, after, act: 'ask', facts: [told(after, 'ask')] };
}

/** Another is named from here on, and answers for it. */
export const take = (found: Consultation, by: string) =>
  found.answerer === by ? undefined : changed(found, 'take', { answerer: by });

/** 转办: whoever passes it on stays named until somebody there takes it; its limit goes on. */
export const passOn = (found: Consultation, to: Consultation['to']) => changed(found, 'pass-on', { to });

type OfficeAct = 'answer' | 'ask-back';

/** What the office says; whoever says it without being named first is named by it. The asker has so many days to say something to it. */
export function say(found: Consultation, { act, by, text }: { act: OfficeAct; by: string; text: string }, now: Now) {
  if (found.answerer !== undefined && found.answerer !== by) return undefined;
  const said = [...found.said, { by: 'office' as const, at: now.at, text }];
  return changed(found, act, { answerer: by, said, limit: limitFrom(now.limits.silence, now) });
}

/** The asker tells what was missing, or is not content: it is open again, with a limit of its own. */
export function tell(found: Consultation, text: string, now: Now) {
  const said = [...found.said, { by: 'asker' as const, at: now.at, text }];
  return changed(found, 'tell', { said, late: false, limit: limitFrom(now.limits.consultation, now) });
}

export const close = (found: Consultation, helpful: boolean) => changed(found, 'close', { helpful });
export const withdraw = (found: Consultation) => changed(found, 'withdraw');

/** When the clock looks at it: once it is late, or the asker has been silent for so long. */
export function dueAt({ state, late, limit }: Consultation): Date | undefined {
  const isOver = state === 'closed' || state === 'withdrawn' || (state === 'open' && late);
  return isOver ? undefined : lateAt(limit);
}

/** What time does to it. By the calendar as it is now its limit may end later than it was said to. */
export function passTime(found: Consultation, { at, calendar }: Pick<Now, 'at' | 'calendar'>) {
  const due = dueAt(found);
  if (!due || due > at) return undefined;
  const limit = recounted(found.limit, calendar);
  if (lateAt(limit) > at) return kept(found, { limit });
  return found.state === 'open' ? changed(found, 'be-late', { limit, late: true }) : changed(found, 'lapse', { limit });
}

/** A day that was counted otherwise tells nobody anything. */
function kept(before: Consultation, set: Partial<Consultation>): ConsultationChange {
  return { before, after: { ...before, ...set, version: before.version + 1 }, act: 'recount', facts: [] };
}

function changed(
  before: Consultation,
  act: ConsultationAct,
  set: Partial<Consultation> = {},
): ConsultationChange | undefined {
  const state = stateBy(consultationGraph, before.state, act);
  if (!state) return undefined;
  const after: Consultation = { ...before, ...set, state, version: before.version + 1 };
  return { before, after, act, facts: [told(after, act)] };
}

/** Ids and how it stands: what was said stays here. */
function told({ id, state, asker, projectId, to, answerer, limit, late }: Consultation, act: ConsultationAct | 'ask') {
  return fact(ConsultationChangedV1, {
    consultationId: id,
    state,
    act,
    asker,
    to: to.kind,
    ...(to.kind === 'department' && { department: to.department }),
    ...(projectId && { projectId }),
    ...(answerer && { answerer }),
    dueOn: limit.due,
    ...(late && { late }),
  });
}
