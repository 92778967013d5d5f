import type { Charge } from '../charge/charge-list.ts';
import { priceOf, shareOf } from '../charge/price.ts';
import type { Bill, BillLine, Relief } from './bill.ts';

export interface Wanted {
  code: string;
  quantity: number;
}

export interface LineFault {
  at: number;
  fault: 'off-list' | 'not-your-charge' | 'unknown-relief' | 'not-on-bill' | 'not-less';
}

type Find = (code: string) => Charge | undefined;

/** What a department asks, at the rates of the list; who is neither the payee nor named as the one that assesses may not ask it. */
export function linesOf(wanted: readonly Wanted[], department: string, chargeOf: Find): Made {
  const lines: BillLine[] = [];
  const faults: LineFault[] = [];
  const kinds = new Set<Charge['kind']>();
  for (const [at, { code, quantity }] of wanted.entries()) {
    const charge = chargeOf(code);
    const fault = faultOf(charge, department);
    if (!charge || fault) {
      faults.push({ at, fault: fault ?? 'off-list' });
      continue;
    }
    const { payee, kind, destination, merchant, subject, receipt } = charge;
    kinds.add(kind);
    lines.push({
      code,
      payee,
      kind,
      destination,
      merchant,
      subject,
      quantity,
      amountFen: priceOf(charge, quantity),
      gate: 'none',
      receipt,
    });
  }
  return { lines, faults, kind: [...kinds].find((one) => one !== 'non-tax') ?? 'non-tax' };
}

interface Made {
  lines: BillLine[];
  faults: LineFault[];
  kind: Charge['kind'];
}

function faultOf(charge: Charge | undefined, department: string): LineFault['fault'] | undefined {
  if (!charge) return 'off-list';
  return (charge.assessedBy ?? [charge.payee]).includes(department) ? undefined : 'not-your-charge';
}

/** What is left of a line: by a relief of the list, or to an amount that a basis of its own allows. */
export type Less = { code: string; relief: string } | { code: string; amountFen: number };

/** What lines come to when they are reduced; each to less than it asks now. */
export function reducedTo({ lines }: Pick<Bill, 'lines'>, wanted: readonly Less[], chargeOf: Find) {
  const less: Extract<Relief, { kind: 'reduce' }>['lines'] = [];
  const faults: LineFault[] = [];
  for (const [at, one] of wanted.entries()) {
    const line = lines.find(({ code }) => code === one.code);
    const amountFen = line && leftOf(line, one, chargeOf(one.code));
    if (!line) faults.push({ at, fault: 'not-on-bill' });
    else if (amountFen === undefined) faults.push({ at, fault: 'unknown-relief' });
    else if (amountFen >= line.amountFen) faults.push({ at, fault: 'not-less' });
    else less.push({ code: one.code, amountFen });
  }
  return { lines: less, faults };
}

function leftOf(line: BillLine, wanted: Less, charge: Charge | undefined): number | undefined {
  if ('amountFen' in wanted) return wanted.amountFen;
  const found = charge?.reliefs?.find(({ key }) => key === wanted.relief);
  return charge && found && shareOf(charge, line.amountFen, found.percent);
}
