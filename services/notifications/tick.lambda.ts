import { reportParked } from '#shared/parking';
import { tickHandler } from '#shared/tick';
import { notificationsDeps } from './deps.ts';

const deps = notificationsDeps();

export const handler = tickHandler({ 'report-parked': reportParked(deps) }, deps);
