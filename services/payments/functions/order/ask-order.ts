import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import { lookAgain } from './look-again.ts';
import { showOrder } from './show-order.ts';

/** The payer is back from the channel: it is asked at once, and not only when its turn comes. */
export const askOrder =
  (deps: PaymentsDeps) =>
  async ({ params, scope, cause }: Call): Promise<HttpResponse> => {
    const found = await deps.orders.get(scope, params['id'] ?? '');
    if (!found) return refuse(problems.notFound);
    // Asking twice does no harm, so no mark is needed; and there may be nothing to save.
    const { mark, ...unmarked } = cause;
    const order = await lookAgain(found, unmarked, deps);
    return { status: 200, headers: { ETag: `"${order.version}"` }, body: showOrder(order, cause.at) };
  };
