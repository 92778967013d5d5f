import * as z from 'zod';
import type { CalendarYear } from '#shared/calendar';
import type { DueAt } from '../clock/limit.ts';
import { afterWorkingDays } from '../clock/working-days.ts';
import type { RaisedFinding } from './finding-record.ts';

/** 监察: what a supervisor must hear of, raised by rule. */
export const findingRules = [
  'second-notice',
  'silent-acceptance',
  'refusal-overturned',
  'made-void',
  'step-overdue',
  'no-reasons',
  'granted-against-opinion',
  'charge-off-list',
  'demand-off-list',
  'second-visit',
  'overdue',
  'tolerance-lapsed',
  'renewed-by-silence',
  'renewal-undecided',
  'delivery-overdue',
  'publicity-overdue',
  'receipt-overdue',
  'supervision-objects',
  'commitment-unchecked',
  'basis-changed',
  'earlier-part-gone',
  'copies-beyond-list',
  'sharing-late',
  'dispute-late',
] as const;
export type FindingRule = (typeof findingRules)[number];

/** What no act shows: somebody has seen it and reports it. */
export const reportable = ['demand-off-list', 'charge-off-list'] as const satisfies readonly FindingRule[];

/** Within how many working days the department answers: sooner while the case waits. Ours; no source sets them. */
export const answerDays: Record<FindingRule, number> = {
  'second-notice': 5,
  'silent-acceptance': 3,
  'refusal-overturned': 5,
  'made-void': 5,
  'step-overdue': 2,
  'no-reasons': 5,
  'granted-against-opinion': 5,
  'charge-off-list': 3,
  'demand-off-list': 3,
  'second-visit': 5,
  overdue: 2,
  'tolerance-lapsed': 5,
  'renewed-by-silence': 5,
  'renewal-undecided': 2,
  'delivery-overdue': 2,
  'publicity-overdue': 2,
  'receipt-overdue': 2,
  'supervision-objects': 5,
  'commitment-unchecked': 5,
  'basis-changed': 5,
  'earlier-part-gone': 5,
  'copies-beyond-list': 3,
  'sharing-late': 2,
  'dispute-late': 2,
};

/** What an act has come upon in its case. */
export interface Finding {
  rule: FindingRule;
  /** What it is about within the case: a task, a defect's place. */
  about?: string;
  /** Whose head answers, where that is not the department that owns the case. */
  department?: string;
  reported?: RaisedFinding['reported'];
  /** Tells it from others of the same rule in one version of a case: several things may be demanded of one applicant. */
  apart?: string;
}

export const findingState = z.enum(['open', 'answered', 'closed']);
export type FindingState = z.infer<typeof findingState>;

/** The case in which an act came upon something, as it is after that act. */
interface Subject {
  id: string;
  version: number;
  itemKey: string;
  department: string;
}

type Calendar = readonly CalendarYear[];

/** The record of a finding; its id says which act raised it, so that the same act raises it once. */
export function raise(subject: Subject, found: Finding, now: { at: Date; calendar: Calendar }): RaisedFinding {
  const { rule, about, department, reported, apart } = found;
  const { id, version, itemKey } = subject;
  return {
    id: `${id}-${version}-${rule}${apart === undefined ? '' : `-${apart}`}`,
    version: 1,
    state: 'open',
    rule,
    ...(about !== undefined && { about }),
    caseId: id,
    itemKey,
    department: department ?? subject.department,
    raisedAt: now.at,
    answerBy: answerBy(rule, now).dueAt,
    ...(reported && { reported }),
    timelineHash: '',
  };
}

export function answerBy(rule: FindingRule, { at, calendar }: { at: Date; calendar: Calendar }): DueAt {
  return afterWorkingDays(answerDays[rule], at, calendar);
}
