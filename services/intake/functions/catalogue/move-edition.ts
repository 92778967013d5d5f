import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { move } from '../../domain/catalogue/edition.ts';
import type { IntakeDeps } from '../../deps.ts';
import { actingOn, saveEditionOrRefuse } from './edition-reply.ts';

type Moving = Call<unknown, { reason?: string | undefined }>;

const moving =
  (act: 'submit' | 'send-back' | 'discard') =>
  (deps: IntakeDeps) =>
  async (call: Moving): Promise<HttpResponse> => {
    const { params, body, scope, cause } = call;
    const found = await (await deps.editions()).get(params['id'] ?? '');
    if (!found) return refuse(problems.notFound);
    return saveEditionOrRefuse(move(found, { act, reason: body.reason }, actingOn(scope, cause)), { call }, deps);
  };

export const submitEdition = moving('submit');
export const sendBackEdition = moving('send-back');
export const discardEdition = moving('discard');
