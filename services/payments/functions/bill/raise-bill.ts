import type * as z from 'zod';
import { sha256 } from '#shared/cause';
import { documentIn } from '#shared/named-party';
import { partyIdOf } from '#shared/party';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import { raise, type BillChange } from '../../domain/bill/act.ts';
import { amountOfBill } from '../../domain/bill/bill.ts';
import { linesOf } from '../../domain/bill/of-department.ts';
import { paymentCodeOf } from '../../domain/bill/payment-code.ts';
import { referenceReused } from '../../problems/bill.ts';
import type { raiseBody } from '../../schemas/department-bill.ts';
import { isOver, refuseDue } from './due-before.ts';
import { refuseLines } from './line-faults.ts';
import { officeOf } from './office.ts';
import { departmentActions } from './show-department-bill.ts';

type Raise = Call<unknown, z.infer<ReturnType<typeof raiseBody>>>;

/** A department asks something by itself: under its own reference, once, at the rates of the list in force. */
export const raiseBill =
  (deps: PaymentsDeps) =>
  async (call: Raise): Promise<HttpResponse> => {
    const { body, cause, language } = call;
    const office = officeOf(call, body);
    if ('problem' in office) return office;
    const payer = partyIdOf(await deps.partyKey(), documentIn(body.payer));
    const { payerName: name } = body;
    const asked = sha256(
      JSON.stringify([payer, body.lines, new Date(body.dueAt).toISOString(), ...(name ? [name] : [])]),
    );
    const known = await deps.bills.billed(office, body.reference);
    if (known) return known.asked === asked ? { status: 201, ...known.reply } : refuse(referenceReused);

    if (isOver(body.dueAt, cause.at)) return refuseDue(language);
    const list = await deps.charges.live();
    const { faults, ...made } = linesOf(body.lines, office.department, (code) => list?.charge(code));
    if (faults.length > 0) return refuseLines(faults, language);
    const source = { by: 'department' as const, ...office, reference: body.reference };
    const about = { payer, revision: 1, dueAt: new Date(body.dueAt), createdAt: cause.at };
    const change = raise({ id: deps.newId(), source, ...about, ...made });
    const reply = raised(change, body.reference);
    const named = name && { name, revision: 1, takenAt: cause.at, takenBy: cause.correlationId };
    const saved = { ...change, ...(named && { named }) };
    await deps.bills.save(saved, { ...cause, reply: { status: 201, ...reply } }, { asked, reply });
    return { status: 201, ...reply };
  };

function raised({ bill, hold }: BillChange, reference: string) {
  const { id, state: status, version } = bill;
  const actions = departmentActions({ bill, hold: hold.after });
  const body = {
    id,
    status,
    version,
    reference,
    amountFen: amountOfBill(bill),
    paymentCode: paymentCodeOf(bill),
    actions,
  };
  return { headers: { Location: `/payments/department/bills/${id}`, ETag: `"${version}"` }, body };
}
