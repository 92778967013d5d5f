import type * as z from 'zod';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Refusal } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import { cancel, revise, type BillChange, type Held } from '../../domain/bill/act.ts';
import { linesOf, reducedTo } from '../../domain/bill/of-department.ts';
import { approveRelief, proposeRelief, rejectRelief } from '../../domain/bill/relief.ts';
import { isProposer, proposer } from '../../domain/person.ts';
import { billMoved, ownRelief } from '../../problems/bill.ts';
import type { reliefBody, reviseBody } from '../../schemas/department-bill.ts';
import type { LiveList } from '../../stores/charges.ts';
import { isOver, refuseDue } from './due-before.ts';
import { refuseLines } from './line-faults.ts';
import { ownBill } from './own-bill.ts';
import { showForDepartment } from './show-department-bill.ts';

type Relieve = Call<unknown, z.infer<ReturnType<typeof reliefBody>>>;

/** Other lines, or another day, in the place of what is not paid; while an order holds it, that waits for how it ends. */
export const reviseBill = (deps: PaymentsDeps) => (call: Call<unknown, z.infer<ReturnType<typeof reviseBody>>>) =>
  change(call, deps, ({ bill, hold }, list) => {
    const { lines, dueAt } = call.body;
    if (isOver(dueAt, call.cause.at)) return refuseDue(call.language);
    const department = bill.source.by === 'department' ? bill.source.department : '';
    const { faults, ...made } = linesOf(lines, department, (code) => list?.charge(code));
    if (faults.length > 0) return refuseLines(faults, call.language);
    const revision = (bill.next?.revision ?? bill.revision) + 1;
    return revise({ bill, hold }, { revision, lines: made.lines, dueAt: new Date(dueAt) });
  });

/** It is asked no more; an order that holds it decides what becomes of it. */
export const cancelBill = (deps: PaymentsDeps) => (call: Call) => change(call, deps, (held) => cancel(held, 'cancel'));

/** 减缴, 缓缴, 免缴: proposed by one person, on a basis that he names. */
export const proposeBillRelief = (deps: PaymentsDeps) => (call: Relieve) =>
  change(call, deps, (held, list) => {
    const { body, scope, cause, language } = call;
    const by = { basis: body.basis, ...proposer(scope.actor), proposedAt: cause.at };
    if (body.kind === 'defer' && isOver(body.dueAt, cause.at)) return refuseDue(language);
    if (body.kind === 'defer') return proposeRelief(held, { kind: 'defer', dueAt: new Date(body.dueAt), ...by });
    if (body.kind === 'waive') return proposeRelief(held, { kind: 'waive', ...by });
    const { lines, faults } = reducedTo(held.bill, body.lines, (code) => list?.charge(code));
    return faults.length > 0 ? refuseLines(faults, language) : proposeRelief(held, { kind: 'reduce', lines, ...by });
  });

export const approveBillRelief = (deps: PaymentsDeps) => (call: Call) =>
  change(call, deps, (held) => decided(held, call) ?? approveRelief(held));

export const rejectBillRelief = (deps: PaymentsDeps) => (call: Call) =>
  change(call, deps, (held) => decided(held, call) ?? rejectRelief(held));

/** Nobody decides his own wish. */
const decided = ({ bill: { relief } }: Held, { scope }: Call): Refusal | undefined =>
  relief && isProposer(relief, scope.actor) ? refuse(ownRelief) : undefined;

/** An act of the department that asks it, on the bill as it has read it; one of another is not there for the caller. */
async function change(
  call: Call,
  { bills, charges }: PaymentsDeps,
  by: (held: Held, list: LiveList | undefined) => BillChange | Refusal | undefined,
): Promise<HttpResponse> {
  const [found, list] = await Promise.all([ownBill(call, bills), charges.live()]);
  if (!found) return refuse(problems.notFound);
  if (found.bill.version !== call.ifMatch) return refuse(problems.versionStale);
  const made = by(found, list);
  if (!made) return refuse(billMoved);
  if ('problem' in made) return made;
  const { bill, hold } = made;
  const body = showForDepartment({ bill, hold: hold.after }, { list });
  const reply = { status: 200, headers: { ETag: `"${bill.version}"` }, body };
  await bills.save(made, { ...call.cause, reply });
  return reply;
}
