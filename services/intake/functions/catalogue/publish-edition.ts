import { dayOf } from '#shared/calendar';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { nextCatalogue } from '../../domain/catalogue/catalogue.ts';
import { toldLimits } from '../../domain/catalogue/city-limits.ts';
import { publish } from '../../domain/catalogue/edition.ts';
import type { IntakeDeps } from '../../deps.ts';
import { catalogueWrites } from '../../stores/catalogue-writes.ts';
import { refusalOfContent } from './edition-faults.ts';
import { actingOn, saveEditionOrRefuse } from './edition-reply.ts';

/** A second person publishes: the catalogue and the edition change in one transaction. */
export const publishEdition =
  (deps: IntakeDeps) =>
  async (call: Call): Promise<HttpResponse> => {
    const { params, scope, cause, language } = call;
    const editions = await deps.editions();
    const found = await editions.get(params['id'] ?? '');
    if (!found) return refuse(problems.notFound);
    const [content, current] = await Promise.all([editions.contentOf(found.id), deps.catalogue.latest()]);

    const { catalogue, changed, withdrawn } = nextCatalogue(current, content, dayOf(cause.at));
    const { version, items } = catalogue;
    const limits = deps.set === deps.city ? toldLimits(current, catalogue, content.whole) : undefined;
    const decided = publish(found, { version, changed, limits }, actingOn(scope, cause));
    // What it was checked against may have changed since.
    const faulty =
      'refused' in decided ? undefined : await refusalOfContent(content, { current, at: cause.at, language }, deps);
    if (faulty) return faulty;

    const counts = { items: items.length, changed, withdrawn };
    const answered = await saveEditionOrRefuse(
      decided,
      {
        call,
        reply: (acted) => ({ ...acted, body: { ...acted.body, ...counts } }),
        also: catalogueWrites(catalogue),
      },
      deps,
    );
    deps.catalogue.forget();
    return answered;
  };
