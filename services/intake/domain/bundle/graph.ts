import type { Role } from '#shared/actor';
import type { Bundle, Part } from './bundle.ts';
import type { ItemEnd } from '../catalogue/item-end.ts';
import type { BundleState } from './bundle-state.ts';
import { isAhead, mayGiveUp, partsGivenUp } from './parts.ts';
import { isOfDepartment, stageConditions } from './stage.ts';
import type { BundleSuccessor } from './successor.ts';

/** Who may do an act: the applicant's side, his officer, desks that enter for him, or the service itself (a fact that it has consumed). */
export type BundleCapacity = Role | 'applicant';

const entering = ['applicant', 'officer', 'window', 'community', 'kiosk', 'hotline'] as const;
/** Who takes back what there is: on the telephone nobody can be identified. */
const takingBack = ['applicant', 'officer', 'window', 'community', 'kiosk'] as const;
const itself = ['service'] as const;
/** 并联审批: the departments of a stage answer, the one that leads it tells and accepts. */
const answering = ['approver', 'head'] as const;
const leading = ['approver', 'head', 'lead'] as const;
const handedIn = ['submitting', 'under-way'] as const;

/** A draft with what was looked up about it: its items that have ended, and what it could go on under. */
export type LookedBundle = Bundle & { ends?: ReadonlyMap<string, ItemEnd>; successor?: BundleSuccessor };

/** What must be true of a bundle and of its parts after an act, by name. */
const conditions = {
  'cases are to be made': (parts: readonly Part[]) => parts.some(({ state }) => state === 'opening'),
  'cases are open': (parts: readonly Part[]) => !some(parts, 'opening') && some(parts, 'open'),
  'its items or itself have a successor': (_: readonly Part[], { successor }: LookedBundle) => successor !== undefined,
  'every case has ended': (parts: readonly Part[]) => !some(parts, 'opening') && !some(parts, 'open'),
  ...stageConditions,
} as const;

const some = (parts: readonly Part[], wanted: Part['state']) => parts.some(({ state }) => state === wanted);

interface Arrow {
  act: string;
  from: readonly BundleState[];
  to: BundleState;
  who: readonly BundleCapacity[];
  when?: keyof typeof conditions;
}

/** An act that leaves its bundle where it is. */
const staying = <const Act extends string>(
  state: BundleState,
  act: Act,
  rest: { who: readonly BundleCapacity[]; when: keyof typeof conditions },
) => ({ act, from: [state], to: state, ...rest });

const arrows = [
  { act: 'edit', from: ['draft'], to: 'draft', who: entering },
  { act: 'submit', from: ['draft'], to: 'submitting', who: entering },
  {
    act: 'move-to-successor',
    from: ['draft'],
    to: 'draft',
    who: entering,
    when: 'its items or itself have a successor',
  },
  { act: 'withdraw', from: ['draft'], to: 'withdrawn', who: takingBack },
  { act: 'withdraw', from: ['submitting', 'under-way'], to: 'under-way', who: takingBack, when: 'cases are open' },
  { act: 'withdraw', from: ['submitting', 'under-way'], to: 'done', who: takingBack, when: 'every case has ended' },
  { act: 'withdraw-part', from: ['submitting'], to: 'submitting', who: takingBack, when: 'cases are to be made' },
  { act: 'withdraw-part', from: ['submitting', 'under-way'], to: 'under-way', who: takingBack, when: 'cases are open' },
  { act: 'withdraw-part', from: ['submitting'], to: 'done', who: takingBack, when: 'every case has ended' },
  { act: 'make-case', from: ['submitting'], to: 'submitting', who: itself, when: 'cases are to be made' },
  { act: 'make-case', from: ['submitting'], to: 'under-way', who: itself, when: 'cases are open' },
  { act: 'follow-case', from: ['submitting'], to: 'submitting', who: itself, when: 'cases are to be made' },
  { act: 'follow-case', from: ['under-way'], to: 'under-way', who: itself, when: 'cases are open' },
  { act: 'follow-case', from: ['done'], to: 'under-way', who: itself, when: 'cases are open' },
  { act: 'reopen-case', from: ['submitting'], to: 'submitting', who: itself, when: 'cases are to be made' },
  { act: 'reopen-case', from: ['under-way', 'done'], to: 'under-way', who: itself, when: 'cases are open' },
  {
    act: 'end-case',
    from: ['submitting', 'under-way', 'done'],
    to: 'submitting',
    who: itself,
    when: 'cases are to be made',
  },
  { act: 'end-case', from: ['under-way', 'done'], to: 'under-way', who: itself, when: 'cases are open' },
  { act: 'end-case', from: ['under-way', 'done'], to: 'done', who: itself, when: 'every case has ended' },
  ...handedIn.flatMap((state) => [
    staying(state, 'answer', { who: answering, when: 'its departments answer' }),
    staying(state, 'answer-silently', { who: itself, when: 'not all have answered' }),
    staying(state, 'give-notice', { who: leading, when: 'all have answered, something is lacking and was not told' }),
    staying(state, 'accept-stage', { who: leading, when: 'all have answered, and what was lacking was told' }),
    staying(state, 'accept-silently', { who: itself, when: 'all have answered' }),
  ]),
  // 撤销 of a part, and where that is annulled: the other parts go on, or have ended, as they were.
  { act: 'take-part-back', from: ['submitting'], to: 'submitting', who: itself },
  { act: 'take-part-back', from: ['under-way'], to: 'under-way', who: itself },
  { act: 'take-part-back', from: ['done'], to: 'done', who: itself },
  { act: 'restore-part', from: ['submitting'], to: 'submitting', who: itself },
  { act: 'restore-part', from: ['under-way'], to: 'under-way', who: itself },
  { act: 'restore-part', from: ['done'], to: 'done', who: itself },
] as const satisfies readonly Arrow[];

export type BundleAct = 'create' | (typeof arrows)[number]['act'];

/** The whole life of a bundle: (from, act, who) → to. Everything else is refused. */
export const bundleGraph: readonly Arrow[] = arrows;

/** The state after an act that has left the parts so; undefined where the graph has no such step. */
export function stateAfter(bundle: LookedBundle, act: BundleAct, parts: readonly Part[]): BundleState | undefined {
  return bundleGraph.find((one) => one.act === act && one.from.includes(bundle.state) && leads(one, parts, bundle))?.to;
}

const leads = ({ when }: Arrow, parts: readonly Part[], bundle: LookedBundle) =>
  when === undefined || conditions[when](parts, bundle);

export const callersActs = [
  'edit',
  'submit',
  'move-to-successor',
  'withdraw',
  'withdraw-part',
  'answer',
  'give-notice',
  'accept-stage',
] as const satisfies readonly BundleAct[];
export type CallersAct = (typeof callersActs)[number];

/** The parts as an act would leave them; undefined where it has nothing to act upon. */
function partsAfter(act: CallersAct, { state, parts, createdAt }: LookedBundle): readonly Part[] | undefined {
  if (act === 'withdraw-part') return parts.some(isAhead) ? parts : undefined;
  if (act !== 'withdraw' || state === 'draft') return parts;
  return mayGiveUp(parts) ? partsGivenUp(parts, createdAt) : undefined;
}

/** Who acts, and for which departments; an applicant, or one at a desk, acts for none. */
interface Caller {
  capacities: readonly BundleCapacity[];
  departments?: readonly string[] | 'any';
}

/** What this one may do next with a bundle; its cases go on by themselves. */
export function bundleActions(bundle: LookedBundle, { capacities, departments = [] }: Caller): CallersAct[] {
  return callersActs.filter((act) => {
    if (!isOfDepartment(act, bundle, departments)) return false;
    const parts = partsAfter(act, bundle);
    return bundleGraph.some(
      (one) =>
        parts !== undefined &&
        one.act === act &&
        one.from.includes(bundle.state) &&
        leads(one, parts, bundle) &&
        one.who.some((who) => capacities.includes(who)),
    );
  });
}
