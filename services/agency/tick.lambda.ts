import { reportParked } from '#shared/parking';
import { tickHandler } from '#shared/tick';
import { agencyDeps } from './deps.ts';

const deps = agencyDeps();

export const handler = tickHandler({ 'report-parked': reportParked(deps) }, deps);
