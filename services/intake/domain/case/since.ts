import * as z from 'zod';
import { dayOf } from '#shared/calendar';
import type { Saying } from '../tracking/words.ts';
import type { Application, FollowKind, Ruling } from './application.ts';

export const became = z.enum(['corrected', 'revoked', 'annulled', 'changed']);

/** What became of a decision by a case upon it: 更正, 撤销, or what a review made of it. */
export interface Since {
  became: z.infer<typeof became>;
  at: Date;
  caseId: string;
}

/** What a case upon a decision makes of that; undefined where it leaves it as it was. */
export function becameBy({ id: caseId, outcome, follows, decidedAt: at, decision }: Application): Since | undefined {
  return outcome === 'granted' && at && follows
    ? becameOf({ caseId, at, as: follows.as, ruling: decision?.ruling })
    : undefined;
}

interface Granted {
  caseId: string;
  at: Date;
  as: FollowKind;
  ruling?: Ruling | undefined;
}

/** The same of a case that was granted, here or in another set. */
export function becameOf({ as, ruling, at, caseId }: Granted): Since | undefined {
  if (as === 'correct') return { became: 'corrected', at, caseId };
  if (as === 'revoke') return { became: 'revoked', at, caseId };
  if (as !== 'review') return undefined;
  return { became: ruling === 'annulled' ? 'annulled' : 'changed', at, caseId };
}

/** What became of decisions by the cases upon them, by case. */
export type Became = ReadonlyMap<string, readonly Since[]>;

/** Which of these are revocations: a review may have annulled them since. */
export const revocationsIn = (became: Became): string[] =>
  [...became.values()].flat().flatMap((one) => (one.became === 'revoked' ? [one.caseId] : []));

/** Oldest first, without a revocation that a review has annulled: that made nothing of it. */
export function sinceFrom(all: readonly Since[], ofRevocations: Became): Since[] {
  const isAnnulled = (caseId: string) => ofRevocations.get(caseId)?.some(({ became }) => became === 'annulled');
  return all
    .filter((one) => one.became !== 'revoked' || !isAnnulled(one.caseId))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
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
