import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import { ownCause } from '../own-cause.ts';
import { takeWord } from './take-word.ts';

/** The page of the channel without money: whoever opens it has paid, and the order is told as a real channel tells it. */
export const payInSandbox =
  (deps: PaymentsDeps) =>
  async ({ params }: Call): Promise<HttpResponse> => {
    const number = params['number'] ?? '';
    const said = await deps.sandbox?.pay(number);
    const isOurs = said && (await takeWord(number, said, { ...deps, cause: ownCause(deps) }));
    return isOurs ? { status: 200, body: { number, status: said.state } } : refuse(problems.notFound);
  };
