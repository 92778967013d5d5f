import type * as z from 'zod';
import { readCursor } from '#shared/page';
import { problems, type Problem } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import { isPaymentCode } from '../../domain/bill/payment-code.ts';
import { proposeElsewhere, type Elsewhere } from '../../domain/elsewhere/elsewhere.ts';
import { proposer } from '../../domain/person.ts';
import { paidInFuture, paymentCodeUnknown, slipKnown } from '../../problems/elsewhere.ts';
import type { elsewhereBody, elsewhereQuery } from '../../schemas/elsewhere.ts';
import { numberOfSlip } from '../number-of-slip.ts';
import { showElsewhere } from './show-elsewhere.ts';

type Enter = Call<unknown, z.infer<ReturnType<typeof elsewhereBody>>>;

/** The number of the charge that stands for the slip of a bank. */
export const numberOf = ({ bank, slip }: Pick<Elsewhere, 'bank' | 'slip'>): string => numberOfSlip([bank, slip]);

/** One person of finance enters what a bank has taken by the code on a bill; another looks at the slip. */
export const enterElsewhere =
  ({ bills, orders, elsewhere, newId }: PaymentsDeps) =>
  async ({ body, scope, cause, language }: Enter): Promise<HttpResponse> => {
    const { paymentCode, amountFen, bank, slip } = body;
    const found = isPaymentCode(paymentCode) ? await bills.byCode(paymentCode) : undefined;
    const at = ({ code, ...words }: Problem, pointer: string) =>
      refuse(problems.invalidInput, [{ pointer, code, message: words[language] }]);
    if (!found) return at(paymentCodeUnknown, '/paymentCode');
    const paidAt = new Date(body.paidAt);
    if (paidAt > cause.at) return at(paidInFuture, '/paidAt');
    if (await orders.byAttempt(numberOf({ bank, slip }))) return refuse(slipKnown);
    const said = { id: newId(), billId: found.bill.id, amountFen, paidAt, bank, slip };
    const change = proposeElsewhere({ ...said, ...proposer(scope.actor), createdAt: cause.at });
    const reply = { status: 201, body: showElsewhere(change.entered) };
    await elsewhere.save(change, { ...cause, reply });
    return reply;
  };

/** What stands so, the oldest first. */
export const listElsewhere =
  ({ elsewhere }: PaymentsDeps) =>
  async ({ query }: Call<z.infer<ReturnType<typeof elsewhereQuery>>>): Promise<HttpResponse> => {
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const page = await elsewhere.standing(query.status, { limit: query.limit, after: cursor.after });
    return { status: 200, body: { ...page, items: page.items.map(showElsewhere) } };
  };
