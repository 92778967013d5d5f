import type * as z from 'zod';
import type { FeeAssessedV1 } from '#events/intake/fee-assessed.v1';
import type { Charge } from '../charge/charge-list.ts';
import type { Asked, BillLine } from './bill.ts';

type Assessed = z.infer<(typeof FeeAssessedV1)['data']>;

/** What an assessment asks, by the charge list; the code that is not on it, or of another payee, where there is one. */
export function askedBy(
  { revision, lines, dueAt }: Assessed,
  chargeOf: (code: string) => Charge | undefined,
): (Asked & { kind: Charge['kind'] }) | { offList: string } {
  const made: BillLine[] = [];
  const kinds = new Set<Charge['kind']>();
  for (const { code, payee, quantity, amountFen, gate } of lines) {
    const charge = chargeOf(code);
    if (charge?.payee !== payee) return { offList: code };
    kinds.add(charge.kind);
    const { kind: of, destination, merchant, subject, receipt } = charge;
    made.push({
      code,
      payee,
      kind: of,
      destination,
      merchant,
      subject,
      quantity,
      amountFen,
      gate,
      receipt,
    });
  }
  // What 税务 collects makes the bill one of its kind: nobody else can take it.
  const [kind = 'non-tax'] = [...kinds].toSorted((one) => (one === 'non-tax' ? 1 : -1));
  return { kind, revision, lines: made, dueAt: new Date(dueAt) };
}
