import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { create, edit } from '../../domain/catalogue/edition.ts';
import type { CatalogueInput } from '../../domain/catalogue/item.ts';
import type { IntakeDeps } from '../../deps.ts';
import { refusalOfContent } from './edition-faults.ts';
import { actingOn, editionActed, saveEditionOrRefuse } from './edition-reply.ts';

type Posted = Call<unknown, CatalogueInput>;

/** Takes in versions of items as a draft: one item that an editor has written, or a whole catalogue from elsewhere. */
export const createEdition =
  (deps: IntakeDeps) =>
  async (call: Posted): Promise<HttpResponse> => {
    const { body, scope, cause, language } = call;
    const asked = { current: await deps.catalogue.latest(), at: cause.at, language };
    const faulty = await refusalOfContent(body, asked, deps);
    if (faulty) return faulty;
    const decided = create(deps.newId(), body, actingOn(scope, cause));
    const { id } = decided.edition;
    // Relative to the request, so that it holds below any base.
    const location = { Location: `catalogue/editions/${id}` };
    return saveEditionOrRefuse(
      decided,
      { call, reply: (acted) => ({ ...acted, status: 201, headers: { ...acted.headers, ...location } }) },
      deps,
    );
  };

export const editEdition =
  (deps: IntakeDeps) =>
  async (call: Posted): Promise<HttpResponse> => {
    const { params, body, ifMatch, scope, cause, language } = call;
    const editions = await deps.editions();
    const found = await editions.get(params['id'] ?? '');
    if (!found) return refuse(problems.notFound);
    const acting = actingOn(scope, cause);
    if (ifMatch !== found.version) {
      // One behind with the same content: the reply to the first try was lost.
      const again = ifMatch === found.version - 1 && found.state === 'draft';
      const same = again && JSON.stringify(await editions.contentOf(found.id)) === JSON.stringify(body);
      return same ? editionActed(found, acting) : refuse(problems.versionStale);
    }
    const asked = { current: await deps.catalogue.latest(), at: cause.at, language };
    const faulty = await refusalOfContent(body, asked, deps);
    return faulty ?? saveEditionOrRefuse(edit(found, body, acting), { call }, deps);
  };
