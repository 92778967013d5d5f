import type { Application } from '../case/application.ts';
import type { Charge } from './fees.ts';

/** What the list itself fixes at the acceptance: one, at its rate. */
export const isFixed = ({ timing, unit }: Charge): boolean => timing === 'at-acceptance' && unit === 'case';

/** 更正, 撤销 and 复议 mend a decision: no list has a charge for that (行政许可法 art. 58, 行政复议法 art. 87). */
export const isFree = ({ follows }: Pick<Application, 'follows'>): boolean =>
  follows !== undefined && follows.as !== 'forward';

/** What a case keeps of its item's charge list, so that an act which no fee can stop does not look for one. */
export const chargesOf = (list: readonly Charge[]): Application['charges'] =>
  list.map((one) => ({ gate: one.gate, fixed: isFixed(one), code: one.code }));
