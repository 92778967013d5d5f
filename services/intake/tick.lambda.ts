import { reportParked } from '#shared/parking';
import { tickHandler } from '#shared/tick';
import { intakeDeps } from './deps.ts';

const deps = intakeDeps();

export const handler = tickHandler({ 'report-parked': reportParked(deps) }, deps);
