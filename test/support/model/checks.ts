import { actsFor, type Try } from './acting.ts';
import { checkFrom, unsettled, type Check } from './case.ts';
import { personOf } from './people.ts';

/** 告知承诺: what may be done with the check of what was granted on the applicant's word. */
const ways = {
  'commitment/keep': { who: ['approver', 'head'], from: unsettled, to: 'kept' },
  'commitment/order': { who: ['approver', 'head'], from: ['to-check'], to: 'fixing' },
  'commitment/break': { who: ['head'], from: unsettled, to: 'broken' },
  'commitment/repair': { who: ['head'], from: ['broken'], to: 'repaired' },
};
type Way = keyof typeof ways;
export const isCheck = (name: string): name is Way => name in ways;
export const checkNames: readonly string[] = Object.keys(ways);

/** The check after it; who found a promise broken does not find it repaired. */
export function checked(name: Way, { one, person, days, around }: Try): Check | 'refused' {
  const { who, from, to } = ways[name];
  const { check } = one;
  if (!check || !who.includes(personOf(person).role) || !actsFor(person, one)) return 'refused';
  if (!from.includes(check.state) || (to === 'repaired' && check.breaker === person)) return 'refused';
  if (to === 'fixing') return { ...checkFrom(around.days, around.now, days), state: to };
  return { ...check, state: to, ...(to === 'broken' && { breaker: person }) };
}
