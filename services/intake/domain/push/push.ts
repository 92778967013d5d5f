import * as z from 'zod';
import { DecisionPushedV1 } from '#events/intake/decision-pushed.v1';
import { SupervisionReportedV1 } from '#events/intake/supervision-reported.v1';
import { fact, type Fact } from '#events/event';
import type { CalendarYear } from '#shared/calendar';
import { once } from '#shared/once';
import type { Application } from '../case/application.ts';
import type { Item } from '../catalogue/item.ts';
import { surelyPast, type DueAt } from '../clock/limit.ts';
import { afterWorkingDays } from '../clock/working-days.ts';
import type { Capacity, Handler } from '../case/graph.ts';
import { isOwn } from '../case/own.ts';
import { holder, type Holder } from '../publicity/state.ts';
import { answerBy } from '../supervision/finding.ts';
import { aboutIn, ruled } from './ruled.ts';
import { pushActs, pushState, type PushAct, type PushState } from './state.ts';

const said = once(() =>
  z.object({ by: z.string(), at: z.coerce.date(), text: z.string().optional(), conforms: z.boolean().optional() }),
);

/** 审管联动: a decision that was pushed to the body that supervises, and what that said. */
export const push = once(() =>
  z.object({
    caseId: z.uuid(),
    version: z.int().min(1),
    state: pushState,
    partyId: z.string(),
    department: z.string(),
    supervisingBody: z.string(),
    itemKey: z.string(),
    number: z.string().optional(),
    outcome: z.enum(['granted', 'refused']),
    /** What it makes of an earlier decision, and of which. */
    ruled: ruled.optional(),
    about: z.string().optional(),
    decidedAt: z.coerce.date(),
    holder: holder().optional(),
    receipt: said().optional(),
    report: said().optional(),
    warned: z.boolean().default(false),
    timelineHash: z.string().default(''),
  }),
);
export type Push = z.infer<ReturnType<typeof push>>;

export interface PushArrow {
  act: Exclude<PushAct, 'push'>;
  from: readonly PushState[];
  to: PushState;
  who: readonly Capacity[];
}

const body = ['approver', 'head', 'lead', 'service'] as const;

/** From the push to the report of the supervising body: (from, act, who) → to. */
export const pushGraph: readonly PushArrow[] = [
  { act: 'confirm', from: ['pushed'], to: 'confirmed', who: body },
  { act: 'report', from: ['confirmed'], to: 'reported', who: body },
  // What was taken back is confirmed no more: what takes it back is.
  { act: 'supersede', from: ['pushed'], to: 'superseded', who: ['clock'] },
  { act: 'warn', from: ['pushed'], to: 'pushed', who: ['clock'] },
];

const arrowOf = (found: Push, act: PushAct): PushArrow | undefined =>
  pushGraph.find((one) => one.act === act && one.from.includes(found.state));

export type PushNotNow = 'wrong-state' | 'own-case';

/** Why this one may not do an act; undefined when he may. That it is his department was asked when the push was read. */
export function pushRefusal(found: Push, act: PushAct, by: Handler): PushNotNow | undefined {
  if (!arrowOf(found, act)?.who.some((who) => by.capacities.includes(who))) return 'wrong-state';
  return isOwn(found, by.actor) ? 'own-case' : undefined;
}

export function pushActions(found: Push, by: Handler): PushAct[] {
  return pushActs.filter((act) => pushRefusal(found, act, by) === undefined);
}

/** No law names a limit for the receipt; ours is five working days (record 0014). */
const daysToConfirm = 5;

export function receiptBy({ decidedAt }: Pick<Push, 'decidedAt'>, calendar: readonly CalendarYear[]): DueAt {
  return afterWorkingDays(daysToConfirm, decidedAt, calendar);
}

export function pushLook(found: Push, calendar: readonly CalendarYear[]): { at: Date } | undefined {
  return found.state === 'pushed' && !found.warned ? { at: surelyPast(receiptBy(found, calendar)) } : undefined;
}

export interface PushChange {
  before: Push | undefined;
  push: Push;
  act: PushAct;
  reason?: string | undefined;
  facts: readonly Fact[];
  late?: true;
  /** What was found does not conform with the decision: its department answers. */
  objects?: true;
}

/** 审管联动: who supervises what another body decides. Where that is one body, it knows already and nothing is pushed. */
export function supervisorOf(item: Pick<Item, 'department' | 'approvingBody' | 'supervisingBody'>): string | undefined {
  const { department, approvingBody = department, supervisingBody } = item;
  return supervisingBody === approvingBody ? undefined : supervisingBody;
}

interface Pushing {
  district: string;
  supervisingBody: string;
  holder: Holder | undefined;
  /** The application that a case upon it is about. */
  upon?: Application | undefined;
  calendar: readonly CalendarYear[];
}

/** A grant or a refusal is pushed as soon as it is known; undefined for every other end of a case, and where it changes nothing. */
export function pushDecision(decided: Application, to: Pushing): PushChange | undefined {
  const { id: caseId, partyId, department, itemKey, number, outcome, decidedAt } = decided;
  const made = aboutIn(decided, to.upon);
  if (!made || !decidedAt || (outcome !== 'granted' && outcome !== 'refused')) return undefined;
  const { district, supervisingBody, holder: named, calendar } = to;
  const about = { caseId, itemKey, department, supervisingBody, outcome, ...made };
  const until = receiptBy({ decidedAt }, calendar).dueAt.toISOString();
  return {
    before: undefined,
    push: {
      ...about,
      version: 1,
      state: 'pushed',
      partyId,
      number,
      decidedAt,
      holder: named,
      warned: false,
      timelineHash: '',
    },
    act: 'push',
    facts: [fact(DecisionPushedV1, { ...about, district, receiptBy: until })],
  };
}

interface Said {
  at: Date;
  by: { actor: { sub: string } };
  text?: string | undefined;
  conforms?: boolean | undefined;
  calendar: readonly CalendarYear[];
}

export function confirm(before: Push, { at, by }: Said): PushChange {
  return told(step(before, 'confirm', { receipt: { by: by.actor.sub, at } }), { said: 'confirmed' });
}

/** What the supervising body has found goes back to who decided; where it does not conform, that department owes an answer. */
export function report(before: Push, { at, by, text, conforms = true, calendar }: Said): PushChange {
  const change = { ...step(before, 'report', { report: { by: by.actor.sub, at, text, conforms } }), reason: text };
  if (conforms) return told(change, { said: 'conforms' });
  const until = answerBy('supervision-objects', { at, calendar }).dueAt.toISOString();
  return { ...told(change, { said: 'does-not-conform', answerBy: until }), objects: true };
}

function told(
  change: PushChange,
  data: { said: 'confirmed' | 'conforms' | 'does-not-conform'; answerBy?: string },
): PushChange {
  const { caseId, itemKey, department, supervisingBody } = change.push;
  return { ...change, facts: [fact(SupervisionReportedV1, { caseId, itemKey, department, supervisingBody, ...data })] };
}

/** Undefined where the body has confirmed it already. */
export const supersede = (before: Push): PushChange | undefined =>
  arrowOf(before, 'supersede') && step(before, 'supersede', {});

export function warnUnconfirmed(before: Push): PushChange {
  return { ...step(before, 'warn', { warned: true }), late: true };
}

function step(before: Push, act: PushAct, changed: Partial<Push>): PushChange {
  const arrow = arrowOf(before, act);
  if (!arrow) throw new Error(`the graph has no ${act} from ${before.state}`);
  return { before, push: { ...before, ...changed, state: arrow.to, version: before.version + 1 }, act, facts: [] };
}
