import { extend, resume, settleTolerance } from '../../domain/case/on-the-way.ts';
import { onCase } from './carry-out.ts';

export const resumeCase = onCase('resume', resume);
export const extendCase = onCase('extend', extend);
export const settleToleranceOf = onCase('settle-tolerance', settleTolerance);
