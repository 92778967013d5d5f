import { asks, cancel, changed, type BillChange, type Held } from './act.ts';
import { standingOf, type Bill, type Relief } from './bill.ts';
import { billStep } from './graph.ts';

/** One person proposes; undefined where the bill cannot be relieved now, or something is proposed already. */
export function proposeRelief({ bill, hold }: Held, relief: Relief): BillChange | undefined {
  if (bill.relief || !billStep(standingOf(bill, hold), relief.kind)) return undefined;
  return { ...changed({ bill, hold }, { act: 'propose-relief', is: { relief } }), facts: [] };
}

/** Another says no: what was asked is asked. */
export function rejectRelief({ bill, hold }: Held): BillChange | undefined {
  if (!bill.relief) return undefined;
  return { ...changed({ bill, hold }, { act: 'reject-relief', is: { relief: undefined } }), facts: [] };
}

/** Another says yes. Undefined where nothing is proposed, or an order has taken the bill meanwhile: money is on its way. */
export function approveRelief({ bill, hold }: Held): BillChange | undefined {
  const { relief } = bill;
  const state = relief && billStep(standingOf(bill, hold), relief.kind);
  if (!relief || !state) return undefined;
  if (relief.kind === 'waive') return cancel({ bill, hold }, 'waive');
  const revision = bill.revision + 1;
  const asked = { revision, lines: bill.lines, dueAt: bill.dueAt };
  if (relief.kind === 'defer') return asks({ bill, hold }, { ...asked, dueAt: relief.dueAt }, { act: 'defer', state });
  return asks({ bill, hold }, { ...asked, lines: reduced(bill, relief.lines) }, { act: 'reduce', state });
}

function reduced({ lines }: Bill, to: readonly { code: string; amountFen: number }[]): Bill['lines'] {
  const left = new Map(to.map(({ code, amountFen }) => [code, amountFen]));
  return lines.map((line) => ({ ...line, amountFen: left.get(line.code) ?? line.amountFen }));
}
