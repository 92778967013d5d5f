import { PeriodChangedV1 } from '#events/payments/period-changed.v1';
import { on, type Subscription } from '#shared/queue';
import type { CloseDeps } from './deps.ts';
import { runClose } from './functions/close/run-close.ts';

/** What the function that seals days, months and years takes; a name is part of the mark and never changes. */
export const closing: readonly Subscription<CloseDeps>[] = [on(PeriodChangedV1, 'payments.run-close', runClose)];
