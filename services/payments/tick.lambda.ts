import { reportParked } from '#shared/parking';
import { tickHandler } from '#shared/tick';
import { paymentsDeps } from './deps.ts';
import { drawByClock } from './functions/tick/draw-by-clock.ts';
import { fetchStatements } from './functions/tick/fetch-statements.ts';
import { issueReceipts } from './functions/tick/issue-receipts.ts';
import { passTime } from './functions/tick/pass-time.ts';
import { watchClose } from './functions/tick/watch-close.ts';
import { watchRefunds } from './functions/tick/watch-refunds.ts';

const deps = paymentsDeps();

export const handler = tickHandler(
  {
    'report-parked': reportParked(deps),
    'pass-time': passTime(deps),
    'issue-receipts': issueReceipts(deps),
    'fetch-statements': fetchStatements(deps),
    'draw-remittances': drawByClock(deps),
    'watch-close': watchClose(deps),
    'watch-refunds': watchRefunds(deps),
  },
  deps,
);
