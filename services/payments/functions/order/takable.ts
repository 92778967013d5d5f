import type { Fault } from '#shared/problem';
import { refuse, type Call, type Refusal } from '#shared/route';
import type { Held } from '../../domain/bill/act.ts';
import { mostLines } from '../../domain/bill/bill.ts';
import type { Taken } from '../../domain/order/order.ts';
import { billNotPayable, tooManyLines } from '../../problems/order.ts';

/** The bills as an order takes them; refused whole where one cannot be paid now, or they are too many. */
export function takableOf(found: readonly Held[], language: Call['language']): Taken[] | Refusal {
  const shut = found.flatMap((one, n): Fault[] => {
    const { code, ...words } = billNotPayable;
    return one.hold.state === 'free' ? [] : [{ pointer: `/billIds/${n}`, code, message: words[language] }];
  });
  if (shut.length > 0) return refuse(billNotPayable, shut);
  const bills = found.map(takenOf);
  return bills.flatMap(({ lines }) => lines).length > mostLines ? refuse(tooManyLines) : bills;
}

/** A bill as an order takes it. */
export function takenOf({ bill: { id: billId, revision, lines } }: Held): Taken {
  const kept = lines.map(({ code, payee, destination, merchant, subject, amountFen }) => ({
    code,
    payee,
    destination,
    merchant,
    subject,
    amountFen,
  }));
  return { billId, revision, lines: kept };
}
