import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { move } from '../../domain/catalogue/edition.ts';
import type { IntakeDeps } from '../../deps.ts';
import { partsFaults, refusalOfFaults } from './edition-faults.ts';
import { actingOn, saveEditionOrRefuse } from './edition-reply.ts';

type Moving = Call<unknown, { reason?: string | undefined }>;

const moving =
  (act: 'send-back' | 'discard') =>
  (deps: IntakeDeps) =>
  async (call: Moving): Promise<HttpResponse> => {
    const { params, body, scope, cause } = call;
    const found = await (await deps.editions()).get(params['id'] ?? '');
    if (!found) return refuse(problems.notFound);
    return saveEditionOrRefuse(move(found, { act, reason: body.reason }, actingOn(scope, cause)), { call }, deps);
  };

export const sendBackEdition = moving('send-back');
export const discardEdition = moving('discard');

/** Nobody reviews what could not be published: what came in parts is looked at as a whole here. */
export const submitEdition =
  (deps: IntakeDeps) =>
  async (call: Call): Promise<HttpResponse> => {
    const { params, scope, cause, language } = call;
    const editions = await deps.editions();
    const found = await editions.get(params['id'] ?? '');
    if (!found) return refuse(problems.notFound);
    const decided = move(found, { act: 'submit' }, actingOn(scope, cause));
    if ('refused' in decided) return saveEditionOrRefuse(decided, { call }, deps);
    const [there, current] = await Promise.all([editions.parts(found), deps.catalogue.latest()]);
    const faults = await partsFaults(found, { there, current, at: cause.at }, deps);
    return refusalOfFaults(faults, language) ?? saveEditionOrRefuse(decided, { call }, deps);
  };
