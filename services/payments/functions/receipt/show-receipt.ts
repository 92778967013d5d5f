import { receiptGraph } from '../../domain/receipt/graph.ts';
import { amountOfReceipt, type Receipt } from '../../domain/receipt/receipt.ts';

/** What stands on a receipt, of whoever holds it. */
export function showPrinted(found: Receipt) {
  const { code, number, kind, payee, day } = found;
  return { code, number, kind, payee, day, amountFen: amountOfReceipt(found) };
}

/** A receipt as finance sees it. */
export function showForFinance(found: Receipt) {
  const { id, state, version, orderId, lines, issuedAt, replaces, reverses, reversedBy, voucher } = found;
  const own = receiptGraph.filter(({ from, act }) => from.includes(state) && (act === 'enter' || act === 'undo-entry'));
  return {
    id,
    status: state,
    version,
    ...showPrinted(found),
    orderId,
    lines,
    issuedAt: issuedAt.toISOString(),
    ...(replaces && { replaces }),
    ...(reverses && { reverses }),
    ...(reversedBy && { reversedBy }),
    ...(voucher && { voucher }),
    actions: own.map(({ act }) => act),
  };
}

/** As its payer sees it, with what proves that he has it. */
export const showReceipt = (found: Receipt) => ({ ...showForFinance(found), check: found.check });
