import { reportParked } from '#shared/parking';
import { tickHandler } from '#shared/tick';
import { notificationsDeps } from './deps.ts';
import { judgeProviders } from './functions/tick/judge-providers.ts';
import { passTime } from './functions/tick/pass-time.ts';

const deps = notificationsDeps();

export const handler = tickHandler(
  {
    'report-parked': reportParked(deps),
    'pass-time': async () => ({ ...(await passTime(deps)()), ...(await judgeProviders(deps)()) }),
  },
  deps,
);
