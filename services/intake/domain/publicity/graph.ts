import type { Capacity, Handler } from '../case/graph.ts';
import { isOwn } from '../case/own.ts';
import { isOpen, type Publicity } from './publicity.ts';
import { publicityActs, type PublicityAct, type PublicityState } from './state.ts';

const openObjections = ({ objections }: Publicity) => objections.filter(isOpen).length;

const conditions = {
  'it was public': (found: Publicity) => found.publishedAt !== undefined && openObjections(found) === 0,
  'objections are open': (found: Publicity) => openObjections(found) > 0,
  'it was not': ({ publishedAt }: Publicity) => publishedAt === undefined,
  'not yet warned': ({ warned }: Publicity) => !warned,
  'the last open objection': (found: Publicity) => openObjections(found) === 1,
  'others are open': (found: Publicity) => openObjections(found) > 1,
} as const;

export interface PublicityArrow {
  act: Exclude<PublicityAct, 'begin'>;
  from: readonly PublicityState[];
  to: PublicityState;
  who: readonly Capacity[];
  when?: keyof typeof conditions;
}

const office = ['approver', 'head'] as const;
const amending = { act: 'amend', who: ['clock'] } as const;
const last = { to: 'published', when: 'the last open objection' } as const;
const others = { to: 'objected', when: 'others are open' } as const;

/** The life of a published licence: (from, act, who) → to. */
export const publicityGraph: readonly PublicityArrow[] = [
  { act: 'publish', from: ['due'], to: 'published', who: ['clock', ...office] },
  { act: 'warn', from: ['due'], to: 'due', who: ['clock'], when: 'not yet warned' },
  { act: 'object', from: ['published', 'objected'], to: 'objected', who: ['applicant'] },
  { act: 'correct', from: ['objected'], ...last, who: office },
  { act: 'correct', from: ['objected'], ...others, who: office },
  { act: 'reject', from: ['objected'], ...last, who: office },
  { act: 'reject', from: ['objected'], ...others, who: office },
  { act: 'remove', from: ['objected'], to: 'withdrawn', who: office },
  { act: 'withdraw', from: ['due', 'published', 'objected'], to: 'withdrawn', who: ['head', 'clock'] },
  // 更正: what was published is corrected with the decision.
  ...(['due', 'published', 'objected', 'withdrawn'] as const).map((state) => ({
    ...amending,
    from: [state],
    to: state,
  })),
  // The revocation for which it left the list was annulled.
  { act: 'restore', from: ['withdrawn'], to: 'published', who: ['clock'], when: 'it was public' },
  { act: 'restore', from: ['withdrawn'], to: 'objected', who: ['clock'], when: 'objections are open' },
  { act: 'restore', from: ['withdrawn'], to: 'due', who: ['clock'], when: 'it was not' },
];

export type PublicityNotNow = 'wrong-state' | 'own-case' | 'not-your-department';

export function publicityArrow(found: Publicity, act: PublicityAct): PublicityArrow | undefined {
  return publicityGraph.find(
    ({ act: one, from, when }) =>
      one === act && from.includes(found.state) && (when === undefined || conditions[when](found)),
  );
}

/** Why this one may not do an act; undefined when he may. */
export function publicityRefusal(found: Publicity, act: PublicityAct, by: Handler): PublicityNotNow | undefined {
  if (!publicityArrow(found, act)?.who.some((who) => by.capacities.includes(who))) return 'wrong-state';
  if (act === 'object') return undefined;
  // Nobody judges an objection of his own, nor one against a licence of his own.
  const parties = [found.partyId, ...found.objections.filter(isOpen).map(({ partyId }) => partyId)];
  if (parties.some((partyId) => isOwn({ partyId }, by.actor))) return 'own-case';
  const { departments } = by;
  return departments === 'any' || departments.includes(found.department) ? undefined : 'not-your-department';
}

export function publicityActions(found: Publicity, by: Handler): PublicityAct[] {
  return publicityActs.filter((act) => publicityRefusal(found, act, by) === undefined);
}
