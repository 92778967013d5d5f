import type { Bucket } from '#shared/bucket';
import { daysAfter } from '#shared/calendar';
import type { Cause } from '#shared/cause';
import { agreementOf } from '../../domain/charge/charge-list.ts';
import type { FindingPlace } from '../../domain/exception/raise.ts';
import { limitOf } from '../../domain/exception/raise.ts';
import type { Exception, Subject } from '../../domain/exception/exception.ts';
import { reconciliationId, type Reconciliation } from '../../domain/reconciliation/reconciliation.ts';
import type { Rules } from '../../domain/reconciliation/verdict.ts';
import type { PaymentsDeps } from '../../deps.ts';
import type { Reader } from '../../statements/readers.ts';
import { exceptionIdOf } from '../exception/exception-id.ts';

/** What looking at a number again needs: the clock does it too. */
export interface LookDeps extends Pick<
  PaymentsDeps,
  'table' | 'publisher' | 'ledger' | 'claims' | 'exceptions' | 'reconciliations' | 'charges' | 'orders' | 'refunds'
> {
  /** Our merchant's numbers at a channel; empty where it has none that we know. */
  numbersAt: (channel: string, merchant: string) => readonly string[];
}

/** What a run works with. */
export interface RunDeps extends LookDeps, Pick<PaymentsDeps, 'suspense' | 'turns'> {
  bucket: Pick<Bucket, 'put' | 'get' | 'read'>;
  readerOf: (channel: string) => Reader | undefined;
}

/** A statement of one day that is being matched: by which rules, and by whom. */
export interface Run {
  place: Pick<Reconciliation, 'channel' | 'merchant' | 'day'>;
  id: string;
  revision: number;
  rules: Rules;
  carryDays: number;
  /** Whether its payee has an account of its own. */
  isOwnAccount: boolean;
  cause: Cause;
  /** The exceptions of it that there were when the run began; none where one number alone is looked at. */
  known: readonly Exception[];
}

/** How a statement is matched: by the agreement and the destinations of the list in force. */
export async function openRun(
  place: Run['place'],
  { revision, cause }: Pick<Run, 'revision' | 'cause'>,
  { charges, numbersAt }: Pick<LookDeps, 'charges' | 'numbersAt'>,
): Promise<Run> {
  const { channel, merchant, day } = place;
  const list = await charges.live();
  const agreement = agreementOf(list ?? {}, place);
  const isPastLimit = cause.at >= limitOf(daysAfter(day, agreement.carryDays));
  return {
    place: { channel, merchant, day },
    id: reconciliationId(place),
    revision,
    rules: { merchantNumbers: numbersAt(channel, merchant), agreement, isPastLimit },
    carryDays: agreement.carryDays,
    isOwnAccount: list?.charges.some((one) => one.merchant === merchant && one.destination === 'own-account') ?? false,
    cause,
    known: [],
  };
}

export const exceptionAt = ({ id: of, place }: Pick<Run, 'id' | 'place'>, subject: Subject): string =>
  exceptionIdOf({ ...place, reconciliationId: of, subject });

/** Where a finding of this run belongs. */
export function placeOf(run: Run, subject: Subject): FindingPlace {
  const { place, id: of, carryDays, cause } = run;
  const carriedUntil = daysAfter(place.day, carryDays);
  return { ...place, id: exceptionAt(run, subject), reconciliationId: of, at: cause.at, carriedUntil };
}

/** Whether it waits for something still, by people or by itself. */
export const isUnsettled = ({ state }: Exception): boolean =>
  state === 'open' || state === 'carried' || state === 'under-review';
