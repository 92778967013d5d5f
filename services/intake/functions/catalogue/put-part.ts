import type * as z from 'zod';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { putPart } from '../../domain/catalogue/edition.ts';
import { sameContent } from '../../domain/catalogue/same-content.ts';
import type { IntakeDeps } from '../../deps.ts';
import type { editionPart } from '../../schemas/edition.ts';
import { outlineOf } from '../../stores/item-rows.ts';
import { ownFaultsOf, refusalOfFaults } from './edition-faults.ts';
import { actingOn, editionActed, saveEditionOrRefuse } from './edition-reply.ts';

/** Puts one part of an edition that comes in several; what was sent before and the same again change nothing else. */
export const putEditionPart =
  (deps: IntakeDeps) =>
  async (call: Call<unknown, z.infer<ReturnType<typeof editionPart>>>): Promise<HttpResponse> => {
    const { params, body, ifMatch, scope, cause, language } = call;
    const editions = await deps.editions();
    const found = await editions.get(params['id'] ?? '');
    const part = Number(params['part']);
    // What the first says of the whole is said when the edition is begun, or begun anew.
    if (!found || part < 2 || part > found.parts) return refuse(problems.notFound);
    const acting = actingOn(scope, cause);
    const outline = outlineOf(body);
    const before = await editions.part(found, part);
    if (ifMatch !== found.version) {
      const again = ifMatch === found.version - 1 && found.state === 'draft';
      const same = again && sameContent(before, outline);
      return same ? editionActed(found, acting) : refuse(problems.versionStale);
    }
    const decided = putPart(found, { part, outline, before }, acting);
    const faulty = 'refused' in decided ? undefined : refusalOfFaults(await ownFaultsOf(body.items, deps), language);
    if (faulty) return faulty;
    await editions.keep(body.items, outline);
    return saveEditionOrRefuse(decided, { call }, deps);
  };
