import { sumFen } from '#shared/money';
import type { Capacity } from '../case/graph.ts';
import { isSamePerson, type Known } from '../party/person.ts';
import { heldBy, wantedOf } from './balance.ts';
import type { Assessment, Fees, Relief } from './fees.ts';
import { leadsTo, reliefGraph, reliefStep } from './graph.ts';
import { dueIn, openIn } from './open.ts';

const assessing: ReadonlySet<Capacity> = new Set(['approver', 'head']);

/** What one may do next with the fees of a case: the applicant pays, with payments, what is due; the department assesses. */
export function feeActionsFor(fees: Fees, capacities: readonly Capacity[]): string[] {
  const payable = openIn(fees).some(({ state }) => state === 'due' && leadsTo(state, 'pay') !== undefined);
  return [
    ...(payable && capacities.includes('applicant') ? ['pay'] : []),
    ...(capacities.some((one) => assessing.has(one)) ? ['assess', 'propose-relief'] : []),
  ];
}

/** What one may do next with a relief: its graph, and never the one who proposed it. */
export function reliefActionsFor({ state, proposedBy }: Relief, by: Known & { capacities: readonly Capacity[] }) {
  return reliefGraph
    .filter(({ act, who }) => reliefStep(state, act) && who.some((one) => by.capacities.includes(one)))
    .filter(() => !isSamePerson(proposedBy, by))
    .map(({ act }) => act);
}

/** How the account of a case stands, in fen: asked = owed − reduced, less what was paid and does not go back. */
export function totalsOf(fees: Fees) {
  const wanted = [...wantedOf(fees).values()].reduce((sum, one) => sum + one, 0);
  const owedFen = fees.ended ? 0 : sumFen(fees.owed);
  const held = fees.assessments.flatMap((one) => [...heldBy(one).values()]);
  return {
    owedFen,
    reducedFen: owedFen - wanted,
    dueFen: sumFen(dueIn(fees)?.lines ?? []),
    heldFen: held.reduce((sum, one) => sum + one, 0),
    paidFen: fees.assessments.reduce((sum, { bill }) => sum + (bill?.paidFen ?? 0), 0),
    toRefundFen: fees.assessments.reduce((sum, one) => sum + toRefund(one), 0),
    refundedFen: fees.assessments.reduce((sum, { bill }) => sum + (bill?.refundedFen ?? 0), 0),
  };
}

const toRefund = ({ refunds }: Assessment): number => sumFen(refunds.flatMap(({ lines }) => lines));
