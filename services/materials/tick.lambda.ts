import { reportParked } from '#shared/parking';
import { tickHandler } from '#shared/tick';
import { materialsDeps } from './deps.ts';
import { passTimeHourly } from './functions/tick/pass-time.ts';

const deps = materialsDeps();

export const handler = tickHandler({ 'report-parked': reportParked(deps), 'pass-time': passTimeHourly(deps) }, deps);
