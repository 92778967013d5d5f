import { ApplicationSubmittedV1 } from '#events/intake/application-submitted.v1';
import { DraftWithdrawnV1 } from '#events/intake/draft-withdrawn.v1';
import { fact, type Fact } from '#events/event';
import type { Form } from '../form/form.ts';
import { assign } from '../form/pointer.ts';
import type { Application } from './application.ts';
import { toldOfFollows } from './follows.ts';
import { refused, step, type Acting, type Change, type Refused } from './change.ts';
import { cameToEnter, comes, isTooOften } from './burden.ts';

/** What a case gets when it is received. */
export interface Receipt {
  at: Date;
  /** The set that owns the case. */
  district: string;
  number?: string | undefined;
  trackingCode?: string | undefined;
}

/** 收件: hands a draft in; from now on the office must answer. */
export function submit(draft: Application, { at, district, number, trackingCode }: Receipt): Change {
  const change = step(draft, 'submit', { submittedAt: at, number, trackingCode, visits: cameToEnter(draft) ? 1 : 0 });
  return { ...change, facts: [submissionOf(draft, district)] };
}

/** What a set tells of a case that was handed in to it. */
export function submissionOf(application: Application, district: string): Fact {
  const { id, itemKey, itemVersion, partyId, authorityId, projectId, stage, departments, follows } = application;
  const whose = {
    partyId,
    ...(authorityId && { authorityId }),
    ...(projectId && { projectId }),
    ...(stage && { stage }),
    ...toldOfFollows({ follows }),
  };
  const data = { caseId: id, itemKey, version: itemVersion, district, ...whose, departments, materials: [] };
  return fact(ApplicationSubmittedV1, data);
}

/** What an applicant sends in answer to a notice: values by the pointers it named. */
export interface Answer {
  form: Form;
  changes: readonly { pointer: string; value: unknown }[];
}

/** 补正: only what was asked is taken; the office's five days begin anew (行政许可法 art. 32(4)). */
export function resubmit(application: Application, { at, body, by }: Acting<Answer>): Change | Refused {
  const notice = application.corrections.at(-1);
  if (!notice) return refused('wrong-state');
  const asked = notice.defects.flatMap(({ pointer }) => pointer ?? []);
  const within = (pointer: string) => asked.some((one) => pointer === one || pointer.startsWith(`${one}/`));
  if (!body.changes.every(({ pointer }) => within(pointer))) return refused('not-asked');
  const corrections = [...application.corrections.slice(0, -1), { ...notice, answeredAt: at }];
  const accepted = application.acceptedAt !== undefined;
  const visits = application.visits + (comes(by.capacities) ? 1 : 0);
  const change = step(application, 'resubmit', {
    corrections,
    visits,
    ...(accepted ? { pauses: endPause(application, at) } : { submittedAt: at }),
  });
  const is = body.changes.reduce((form, one) => assign(form, one), body.form);
  const again = visits > application.visits && isTooOften(change.application);
  return { ...change, form: { was: body.form, is }, ...(again && { findings: [{ rule: 'second-visit' as const }] }) };
}

/** The pauses of a case with the last one ended. */
export function endPause({ pauses }: Application, until: Date): Application['pauses'] {
  return pauses.map((one, n) => (n === pauses.length - 1 && !one.until ? { ...one, until } : one));
}

/** The applicant takes his case back, until it is decided. An office learns of it only where it had come to one. */
export function withdraw(open: Application, { at, body }: Acting<{ reason: string }>): Change {
  const { id, itemKey, partyId } = open;
  const { reason } = body;
  if (open.state === 'draft') {
    const facts = [fact(DraftWithdrawnV1, { caseId: id, itemKey, partyId })];
    return { ...step(open, 'withdraw', { withdrawnAt: at }), facts, reason };
  }
  const ended = { withdrawnAt: at, outcome: 'withdrawn' as const, pauses: endPause(open, at) };
  return { ...step(open, 'withdraw', ended), reason };
}
