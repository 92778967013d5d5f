import { problems, type Problem } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { Application } from '../../domain/case/application.ts';
import { officeRefusal } from '../../domain/case/office-refusal.ts';
import type { SettlingAt } from '../../domain/fee/assess.ts';
import { isChargeable } from '../../domain/fee/ending.ts';
import { noFees, type FeeDecided, type FeeRefusal, type Fees } from '../../domain/fee/fees.ts';
import type { IntakeDeps } from '../../deps.ts';
import { caseProblems } from '../../problems/case.ts';
import * as feeProblems from '../../problems/fee.ts';
import { feesActed } from './fee-reply.ts';
import { feesFit } from './fits.ts';
import { saveFees } from './save-fees.ts';
import { settlingAt } from './settling.ts';

/** How an act on fees decides, and on which version of them where it must name one. */
interface Acting {
  decide: Decide;
  version?: number;
}
export type Decide = (fees: Fees, settling: SettlingAt, found: Application) => FeeDecided | Promise<FeeDecided>;

/** Loads a case with its fees, asks whether this one handles it, decides, saves: the way of every act on fees. */
export async function onFees(call: Call, { decide, version }: Acting, deps: IntakeDeps): Promise<HttpResponse> {
  const { params, scope, cause } = call;
  const found = await deps.applications.get(scope, params['id'] ?? '');
  if (!found) return refuse(problems.notFound);
  const refused = isChargeable(found) ? officeRefusal(found, {}, scope) : 'wrong-state';
  if (refused) return refuse(caseProblems[refused]);
  const store = await deps.fees();
  const before = (await store.get(found.id)) ?? noFees(found);
  if (before.ended) return refuse(caseProblems['wrong-state']);
  if (version !== undefined && version !== before.version) return refuse(problems.versionStale);
  const settling = await settlingAt(cause.at, deps);
  const decided = await decide(before, settling, found);
  if ('refused' in decided) return refuse(problemOf[decided.refused]);
  if (!feesFit(decided)) return refuse(feeProblems.feesFull);
  const reply = feesActed(decided.fees, scope);
  await saveFees(decided, { of: found, settling, cause: { ...cause, reply } }, store);
  return reply;
}

const problemOf = {
  'same-person': caseProblems['same-person'],
  'charge-off-list': feeProblems.chargeOffList,
  'free-of-charge': feeProblems.freeOfCharge,
  'quantity-not-whole': feeProblems.quantityNotWhole,
  'once-per-case': feeProblems.oncePerCase,
  'no-such-relief': feeProblems.noSuchRelief,
  'relief-closed': feeProblems.reliefClosed,
  'nothing-due': feeProblems.nothingDue,
  'not-later': feeProblems.notLater,
  'deferral-too-long': feeProblems.deferralTooLong,
  'reduction-too-large': feeProblems.reductionTooLarge,
  'too-many-reliefs': feeProblems.tooManyReliefs,
} satisfies Record<FeeRefusal, Problem>;
