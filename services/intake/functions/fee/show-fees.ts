import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { Application } from '../../domain/case/application.ts';
import { officeRefusal } from '../../domain/case/office-refusal.ts';
import { isFree } from '../../domain/fee/charges.ts';
import { isChargeable } from '../../domain/fee/ending.ts';
import { noFees, type Fees } from '../../domain/fee/fees.ts';
import type { IntakeDeps } from '../../deps.ts';
import { feesShown } from './fee-reply.ts';

/** What a case costs, what was paid, and who decided so. */
export const showFees =
  (deps: IntakeDeps) =>
  async ({ params: { id = '' }, scope, cause }: Call): Promise<HttpResponse> => {
    const found = await deps.applications.get(scope, id);
    if (!found) return refuse(problems.notFound);
    const { fees = noFees(found), timeline } = await (await deps.fees()).history(id);
    const handles = canCharge(found, fees) && officeRefusal(found, {}, scope) === undefined;
    const body = feesShown(fees, timeline, { scope, handles, now: cause.at });
    return { status: 200, headers: { ETag: `"${fees.version}"` }, body };
  };

const canCharge = (found: Application, { ended }: Fees): boolean => isChargeable(found) && !isFree(found) && !ended;
