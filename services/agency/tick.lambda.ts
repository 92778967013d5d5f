import { reportParked } from '#shared/parking';
import { tickHandler } from '#shared/tick';
import { agencyDeps } from './deps.ts';
import { recountRounds } from './functions/tick/recount-rounds.ts';
import { passTime } from './functions/tick/pass-time.ts';

const deps = agencyDeps();

export const handler = tickHandler(
  { 'report-parked': reportParked(deps), 'pass-time': passTime(deps), 'recount-rounds': recountRounds(deps) },
  deps,
);
