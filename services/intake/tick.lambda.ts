import { reportParked } from '#shared/parking';
import { tickHandler } from '#shared/tick';
import { intakeDeps } from './deps.ts';
import { passTimeHourly } from './functions/tick/pass-time.ts';
import { recountOpenCases } from './functions/tick/recount.ts';

const deps = intakeDeps();

export const handler = tickHandler(
  { 'report-parked': reportParked(deps), 'pass-time': passTimeHourly(deps), recount: recountOpenCases(deps) },
  deps,
);
