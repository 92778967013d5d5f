import * as z from 'zod';
import type { Role } from '#shared/actor';
import { once } from '#shared/once';
import { channel, limit } from '../catalogue/item.ts';

export const applicationState = z.enum(['draft', 'submitted', 'accepted', 'decided', 'withdrawn']);
export type ApplicationState = z.infer<typeof applicationState>;

export const outcome = z.enum(['granted', 'refused']);

export const decision = once(() =>
  z.object({
    outcome,
    opinion: z.string(),
    reasons: z.string().optional(),
  }),
);
export type Decision = z.infer<ReturnType<typeof decision>>;

/** 办件: a case, from draft to result. What it needs of its item is copied, so it stays on the version it began with. */
export const application = once(() => {
  // One schema for all that is read alike: each costs as much at a cold start as its first use.
  const [text, count, moment] = [z.string(), z.int(), z.coerce.date()];
  const later = moment.optional();
  return z.object({
    id: z.uuid(),
    version: count.min(1),
    state: applicationState,
    itemKey: text,
    itemVersion: count,
    catalogueVersion: count,
    department: text,
    departments: z.array(text).min(1),
    promised: limit(),
    channel,
    partyId: text,
    createdAt: moment,
    submittedAt: later,
    acceptedAt: later,
    dueAt: later,
    provisional: z.boolean().default(false),
    decidedAt: later,
    decision: decision().optional(),
    withdrawnAt: later,
    /** Hash of the last timeline entry: the next one carries it on, so that an altered entry shows. */
    timelineHash: text.default(''),
  });
});
export type Application = z.infer<ReturnType<typeof application>>;

export const acts = ['create', 'edit', 'submit', 'accept', 'decide', 'withdraw'] as const;
export type Act = (typeof acts)[number];

/** Acts of the applicant's side: whoever else does them does them on his behalf. The other acts are the office's own. */
export const applicantActs: readonly Act[] = ['create', 'submit', 'withdraw'];

export type Capacity = Role | 'applicant';

interface Transition {
  act: Act;
  from: readonly ApplicationState[];
  to: ApplicationState;
  who: readonly Capacity[];
}

/** Who may hand in for an applicant: he himself, or staff who enter it for him at a desk, a kiosk or on the telephone. */
const entering = ['applicant', 'window', 'community', 'kiosk', 'hotline'] as const;

/** The whole life of a case: (from, act, who) → to. Everything else is refused. */
export const graph: readonly Transition[] = [
  { act: 'edit', from: ['draft'], to: 'draft', who: entering },
  { act: 'submit', from: ['draft'], to: 'submitted', who: entering },
  { act: 'accept', from: ['submitted'], to: 'accepted', who: ['window', 'approver', 'head'] },
  { act: 'decide', from: ['accepted'], to: 'decided', who: ['approver', 'head'] },
  { act: 'withdraw', from: ['draft', 'submitted', 'accepted'], to: 'withdrawn', who: ['applicant'] },
];

/** What these capacities may do next with a case. */
export function actionsFor(state: ApplicationState, capacities: readonly Capacity[]): Act[] {
  return graph
    .filter(({ from, who }) => from.includes(state) && who.some((one) => capacities.includes(one)))
    .map(({ act }) => act);
}

/** The transition that an act makes from a state, or undefined where the graph has none. */
export function transitionOf(state: ApplicationState, act: Act): Transition | undefined {
  return graph.find((one) => one.act === act && one.from.includes(state));
}

/** The channels in which staff enter a case for an applicant, each by its own role. */
export const staffChannels = ['window', 'community', 'kiosk', 'hotline'] as const;

/** Roles whose work needs a form as it was written; a kiosk, the hotline and other desks do with masks. */
const unmasking: ReadonlySet<Capacity> = new Set(['window', 'approver', 'head', 'lead', 'supervisor']);

/** How a caller sees personal fields: the applicant as they are, staff masked, or as they are for a reason that is recorded. */
export function viewOf(
  capacities: readonly Capacity[],
  reason: string | undefined,
): 'own' | 'masked' | 'recorded' | 'not-needed' {
  if (capacities.includes('applicant')) return 'own';
  if (reason === undefined) return 'masked';
  return capacities.some((one) => unmasking.has(one)) ? 'recorded' : 'not-needed';
}

/** Desks that hand in for applicants and do no casework: they see what was entered at a desk of their kind. */
const desks: ReadonlySet<Capacity> = new Set(['community', 'kiosk', 'hotline']);

/** What a caller may look at: his own cases; for staff those of their departments, a draft only where a desk like theirs entered it. */
export interface Viewer {
  capacities: readonly Capacity[];
  parties: readonly string[];
  departments: readonly string[] | 'any';
}

/** A case of one's own, or of an organisation one may act for: nobody handles it as staff. */
export function isOwn({ partyId }: Application, actor: { partyId: string; orgs: readonly string[] }): boolean {
  return partyId === actor.partyId || actor.orgs.includes(partyId);
}

export function sees(
  { capacities, parties, departments }: Viewer,
  { partyId, department, state, channel }: Application,
): boolean {
  if (capacities.includes('applicant')) return parties.includes(partyId);
  if (departments !== 'any' && !departments.includes(department)) return false;
  const enteredHere = staffChannels.some((one) => one === channel && capacities.includes(one));
  return enteredHere || (state !== 'draft' && capacities.some((one) => !desks.has(one)));
}
