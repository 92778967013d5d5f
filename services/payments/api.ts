import { byAllIds } from '#shared/merged-parties';
import type { Route } from '#shared/route';
import type { PaymentsDeps } from './deps.ts';
import { firstRoutes } from './first-routes.ts';
import { closeRoutes } from './routes/close.ts';
import { counterRoutes } from './routes/counter.ts';
import { departmentBillRoutes } from './routes/department-bill.ts';
import { elsewhereRoutes } from './routes/elsewhere.ts';
import { exceptionRoutes } from './routes/exceptions.ts';
import { financeRoutes } from './routes/finance.ts';
import { payoutAccountRoutes } from './routes/payout-account.ts';
import { receiptRoutes } from './routes/receipt.ts';
import { refundRoutes } from './routes/refund.ts';
import { suspenseRoutes } from './routes/suspense.ts';
import { reportRoutes } from './routes/report.ts';
import { settlementRoutes } from './routes/settlement.ts';
import { remittanceRoutes } from './routes/remittance.ts';
import { treasuryRefundRoutes } from './routes/treasury-refund.ts';
import { statementRoutes } from './routes/statements.ts';

const others: readonly Route<PaymentsDeps>[] = [
  ...departmentBillRoutes,
  ...refundRoutes,
  ...treasuryRefundRoutes,
  ...counterRoutes,
  ...elsewhereRoutes,
  ...receiptRoutes,
  ...financeRoutes,
  ...reportRoutes,
  ...closeRoutes,
  ...exceptionRoutes,
  ...suspenseRoutes,
  ...remittanceRoutes,
  ...statementRoutes,
  ...settlementRoutes,
  ...payoutAccountRoutes,
];

/** The routes of payments: a payer is known by all his ids. */
export const routes: readonly Route<PaymentsDeps>[] = [...firstRoutes, ...others.map(byAllIds)];
