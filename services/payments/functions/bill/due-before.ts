import { problems } from '#shared/problem';
import { refuse, type Call, type Refusal } from '#shared/route';
import { dueBefore } from '../../problems/bill.ts';

/** Nobody can pay until a time that is over. */
export const isOver = (dueAt: string, now: Date): boolean => new Date(dueAt) <= now;

export function refuseDue(language: Call['language']): Refusal {
  const { code, ...said } = dueBefore;
  return refuse(problems.invalidInput, [{ pointer: '/dueAt', code, message: said[language] }]);
}
