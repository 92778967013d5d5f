import type { Held } from '../../domain/bill/act.ts';
import { standingOf, type Bill, type Relief } from '../../domain/bill/bill.ts';
import { billStep } from '../../domain/bill/graph.ts';
import { showBill, type Seen } from './read-bills.ts';

/** A bill as the department sees it that asks it: whose it is, under which reference, and what is proposed of it. */
export function showForDepartment(held: Held, seen: Seen) {
  const { source, payer, relief } = held.bill;
  return {
    ...showBill(held, seen),
    ...(source.by === 'department' && { department: source.department, reference: source.reference }),
    payer,
    ...(relief && { relief: showRelief(relief) }),
    actions: departmentActions(held),
  };
}

const showRelief = ({ proposedAt, ...said }: Relief) => ({
  ...said,
  ...(said.kind === 'defer' && { dueAt: said.dueAt.toISOString() }),
  proposedAt: proposedAt.toISOString(),
});

/** What the department can do with it next; who proposed a relief is not shown another button, but refused. */
export function departmentActions({ bill, hold }: { bill: Pick<Bill, 'state' | 'relief'>; hold: Held['hold'] }) {
  const standing = standingOf(bill, hold);
  const can = (act: Parameters<typeof billStep>[1]) => billStep(standing, act) !== undefined;
  return [
    ...(can('revise') ? (['revise'] as const) : []),
    ...(can('cancel') || can('ask-cancel') ? (['cancel'] as const) : []),
    ...(can('defer') && !bill.relief ? (['propose-relief'] as const) : []),
    ...(can('defer') && bill.relief ? (['approve-relief'] as const) : []),
    ...(bill.relief ? (['reject-relief'] as const) : []),
  ];
}
