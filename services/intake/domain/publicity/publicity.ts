import * as z from 'zod';
import type { CalendarYear } from '#shared/calendar';
import { once } from '#shared/once';
import type { Application } from '../case/application.ts';
import { standsForItself } from '../case/follows.ts';
import type { Item } from '../catalogue/item.ts';
import { surelyPast, type DueAt } from '../clock/limit.ts';
import { afterWorkingDays } from '../clock/working-days.ts';
import { kindOf } from './holder.ts';
import { holder, publicityState, type Holder } from './state.ts';

const moment = once(() => z.coerce.date());

/** 异议: what somebody holds against an entry, and what a reviewer answered. */
export const objection = once(() =>
  z.object({
    id: z.string(),
    partyId: z.string(),
    at: moment(),
    text: z.string(),
    answer: z
      .object({
        by: z.string(),
        at: moment(),
        outcome: z.enum(['corrected', 'withdrawn', 'rejected']),
        text: z.string(),
      })
      .optional(),
  }),
);
export type Objection = z.infer<ReturnType<typeof objection>>;

/** 双公示: one granted licence as the public sees it, and what becomes of the entry. */
export const publicity = once(() =>
  z.object({
    caseId: z.uuid(),
    version: z.int().min(1),
    state: publicityState,
    partyId: z.string(),
    department: z.string(),
    itemKey: z.string(),
    item: z.object({ zh: z.string(), en: z.string() }),
    licenceType: z.string().optional(),
    number: z.string().optional(),
    decidedAt: moment(),
    /** Masked where it is a person; absent until somebody names it where the form does not say. */
    holder: holder().optional(),
    /** What the applicant is known to be: nobody names him as something else. */
    kind: z.enum(['organisation', 'person']).optional(),
    publishedAt: moment().optional(),
    withdrawnFor: z.string().optional(),
    objections: z.array(objection()).default([]),
    warned: z.boolean().default(false),
    timelineHash: z.string().default(''),
  }),
);
export type Publicity = z.infer<ReturnType<typeof publicity>>;

/** A grant of an item whose results are public; a correction or a review of it is no second licence. */
export function isPublic(decided: Application, { result }: Pick<Item, 'result'>): boolean {
  return decided.outcome === 'granted' && result.public && standsForItself(decided);
}

export function publicityOf(
  decided: Application,
  { name, nameEn, result }: Pick<Item, 'name' | 'nameEn' | 'result'>,
  named: Holder | undefined,
): Publicity {
  const { id: caseId, partyId, department, itemKey, number, decidedAt } = decided;
  if (!decidedAt) throw new Error('a case that is not decided is not published');
  return {
    caseId,
    version: 1,
    state: 'due',
    partyId,
    department,
    itemKey,
    number,
    decidedAt,
    item: { zh: name, en: nameEn },
    ...(result.licenceType && { licenceType: result.licenceType }),
    holder: named,
    kind: kindOf(decided),
    objections: [],
    warned: false,
    timelineHash: '',
  };
}

/** 双公示: within seven working days of the decision. */
const daysToPublish = 7;

export function publishBy({ decidedAt }: Pick<Publicity, 'decidedAt'>, calendar: readonly CalendarYear[]): DueAt {
  return afterWorkingDays(daysToPublish, decidedAt, calendar);
}

/** The clock publishes what names its holder at its next hour, and tells of what nobody has published in time. */
export function publicityLook(found: Publicity, calendar: readonly CalendarYear[]): { at: Date } | undefined {
  if (found.state !== 'due') return undefined;
  if (found.holder) return { at: found.decidedAt };
  return found.warned ? undefined : { at: surelyPast(publishBy(found, calendar)) };
}

export const isOpen = ({ answer }: Objection): boolean => answer === undefined;
