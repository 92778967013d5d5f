import type { ModelCase } from './case.ts';
import type { Days } from './days.ts';
import type { Promised } from './items.ts';
import { endOfDays } from './limits.ts';
import { personOf, type Name } from './people.ts';

/** What somebody tries to do to one of the cases. */
export interface Deed {
  name: string;
  person: Name;
  days: number;
  grant: boolean;
  defer: boolean;
}

/** When and among what it is tried. */
export interface Around {
  now: Date;
  days: Days;
  cases: readonly ModelCase[];
  promised: Promised;
  /** Whether the item of the life was withdrawn for its successor. */
  replaced: boolean;
}

export interface Try extends Deed {
  one: ModelCase;
  around: Around;
}
export type Outcome = Partial<ModelCase> | 'refused';

export interface Rule {
  /** As the graph calls it, where the path says something else. */
  act?: string;
  who: readonly string[];
  from: readonly string[];
  does: (tried: Try) => Outcome;
  /** The applicant's own, whoever does it for him. */
  side?: 'applicant';
}

export const taking = ['window', 'approver', 'head'];
export const deciding = ['approver', 'head'];
/** No notice gives less than five days. */
export const noticeDays = (days: number): number => Math.max(5, days);
export const notice = ({ days, person, around: { now, days: calendar } }: Try) => ({
  at: now,
  days: noticeDays(days),
  told: endOfDays(calendar, now, { n: noticeDays(days) }),
  by: person,
  extended: false,
});
/** What the form says: at first, and as an answer writes it. */
export const wholeOperator = '示例公司';
export const operatorOf = (days: number): string => `示例第${days}公司`;
export const unless = (refused: boolean, outcome: Partial<ModelCase>): Outcome => (refused ? 'refused' : outcome);

/** Nobody acts for the office on what he stepped back from, or on another office's case; a window takes in for all. */
export function actsFor(name: Name, { recused, office }: ModelCase): boolean {
  const { actor, office: own } = personOf(name);
  return !recused.includes(actor.sub) && (own === undefined || own === office);
}
