import { dayOf } from '#shared/calendar';
import type { Saying } from '../tracking/words.ts';
import type { Application } from './application.ts';
import { takesBack } from './follows.ts';

/** What became of a decision by a case upon it: 更正, 撤销, or what a review made of it. */
export interface Since {
  became: 'corrected' | 'revoked' | 'annulled' | 'changed';
  at: Date;
  caseId: string;
}

/** What a case upon a decision makes of that; undefined where it leaves it as it was. */
export function becameBy(upon: Application): Since | undefined {
  const { id: caseId, outcome, follows, decidedAt: at } = upon;
  if (outcome !== 'granted' || !at) return undefined;
  if (follows?.as === 'correct') return { became: 'corrected', at, caseId };
  if (follows?.as === 'revoke') return { became: 'revoked', at, caseId };
  if (follows?.as !== 'review') return undefined;
  return { became: takesBack(upon) ? 'annulled' : 'changed', at, caseId };
}

/** Whether a decision of which all this became holds today. */
export const stands = (all: readonly Since[]): boolean =>
  all.every(({ became }) => became === 'corrected' || became === 'changed');

const words: Record<Since['became'], (day: string) => Saying> = {
  corrected: (day) => ({ zh: `该决定已于${day}更正`, en: `The decision was corrected on ${day}` }),
  revoked: (day) => ({ zh: `该决定已于${day}被撤销`, en: `The decision was revoked on ${day}` }),
  annulled: (day) => ({ zh: `该决定已于${day}经复议撤销`, en: `A review annulled the decision on ${day}` }),
  changed: (day) => ({ zh: `该决定已于${day}经复议变更`, en: `A review changed the decision on ${day}` }),
};

export const sinceSaid = ({ became, at }: Since): Saying => words[became](dayOf(at));
