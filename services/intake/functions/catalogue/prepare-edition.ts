import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Refusal } from '#shared/route';
import { create, edit } from '../../domain/catalogue/edition.ts';
import type { CatalogueInput } from '../../domain/catalogue/item.ts';
import type { Outline } from '../../domain/catalogue/outline.ts';
import { sameContent } from '../../domain/catalogue/same-content.ts';
import type { IntakeDeps } from '../../deps.ts';
import { outlineOf } from '../../stores/item-rows.ts';
import { ownFaultsOf, refusalOfFaults, wholeFaults } from './edition-faults.ts';
import { actingOn, editionActed, saveEditionOrRefuse } from './edition-reply.ts';

type Posted = Call<unknown, CatalogueInput>;

/** Takes in versions of items as a draft: one item that an editor has written, or a whole catalogue from elsewhere. */
export const createEdition =
  (deps: IntakeDeps) =>
  async (call: Posted): Promise<HttpResponse> => {
    const { body, scope, cause } = call;
    const outline = outlineOf(body);
    const faulty = await refusalOf(outline, call, deps);
    if (faulty) return faulty;
    await (await deps.editions()).keep(body.items, outline);
    const decided = create(
      deps.newId(),
      { outline, parts: body.parts ?? 1, base: await baseNow(deps) },
      actingOn(scope, cause),
    );
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
    const { params, body, ifMatch, scope, cause } = call;
    const editions = await deps.editions();
    const found = await editions.get(params['id'] ?? '');
    if (!found) return refuse(problems.notFound);
    const acting = actingOn(scope, cause);
    const outline = outlineOf(body);
    const content = { outline, parts: body.parts ?? 1, base: await baseNow(deps) };
    if (ifMatch !== found.version) {
      // One behind with the same content: the reply to the first try was lost.
      const again = ifMatch === found.version - 1 && found.state === 'draft' && found.parts === content.parts;
      const same = again && sameContent(await editions.part(found, 1), outline);
      return same ? editionActed(found, acting) : refuse(problems.versionStale);
    }
    const decided = edit(found, content, acting);
    const faulty = 'refused' in decided ? undefined : await refusalOf(outline, call, deps);
    if (faulty) return faulty;
    await editions.keep(body.items, outline);
    return saveEditionOrRefuse(decided, { call }, deps);
  };

const baseNow = async ({ catalogue }: IntakeDeps): Promise<number> => (await catalogue.latest())?.version ?? 0;

/** What its parts say of one another is looked at when all have come. */
async function refusalOf(outline: Outline, call: Posted, deps: IntakeDeps): Promise<Refusal | undefined> {
  const { body, cause, language } = call;
  const whole = body.parts === undefined || body.parts === 1;
  const asked = { current: whole ? await deps.catalogue.latest() : undefined, at: cause.at, posted: body.items };
  const faults = whole ? await wholeFaults(outline, asked, deps) : [];
  return refusalOfFaults([...faults, ...(await ownFaultsOf(body.items, deps))], language);
}
