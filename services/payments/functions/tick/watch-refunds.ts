import type { PaymentsDeps } from '../../deps.ts';
import { keptRefunds } from '../exception/kept-refunds.ts';

/** Counts the refunds that wait for a collector to undo its booking since a day, or that it has refused: an alarm tells of them. */
export const watchRefunds =
  (deps: Pick<PaymentsDeps, 'now' | 'refunds'>) => async (): Promise<Record<string, number>> => ({
    BookingsKept: (await keptRefunds(deps.now(), deps)).length,
  });
