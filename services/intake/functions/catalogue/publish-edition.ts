import type * as z from 'zod';
import { dayOf } from '#shared/calendar';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { nextCatalogue } from '../../domain/catalogue/catalogue.ts';
import { toldLimits, type CodeLimits } from '../../domain/catalogue/city-limits.ts';
import { publish } from '../../domain/catalogue/edition.ts';
import type { CatalogueFault } from '../../domain/catalogue/faults.ts';
import type { Catalogue } from '../../domain/catalogue/line.ts';
import type { Outline } from '../../domain/catalogue/outline.ts';
import { joined } from '../../domain/catalogue/part-faults.ts';
import { areTellable } from '../../domain/catalogue/published.ts';
import type { IntakeDeps } from '../../deps.ts';
import type { publishBody } from '../../schemas/edition.ts';
import { partsFaults, refusalOfFaults } from './edition-faults.ts';
import { actingOn, saveEditionOrRefuse } from './edition-reply.ts';

type Publishing = Call<unknown, z.infer<ReturnType<typeof publishBody>>>;

/** A second person publishes: the catalogue and the edition change in one transaction. */
export const publishEdition =
  (deps: IntakeDeps) =>
  async (call: Publishing): Promise<HttpResponse> => {
    const { params, body, scope, cause, language } = call;
    const { at } = cause;
    const editions = await deps.editions();
    const found = await editions.get(params['id'] ?? '');
    if (!found) return refuse(problems.notFound);
    const [there, current] = await Promise.all([editions.parts(found), deps.catalogue.latest()]);

    const content = joined(there.map(({ outline }) => outline));
    const { catalogue, ...counted } = nextCatalogue(current, content, dayOf(at));
    const { version, items } = catalogue;
    const { whole } = content;
    const { changed } = counted;
    const limits = deps.set === deps.city ? limitsToTell(current, catalogue, whole) : undefined;
    const decided = publish(found, { version, changed, whole, limits, opinion: body.opinion }, actingOn(scope, cause));
    // What it was checked against may have changed since.
    const faults = 'refused' in decided ? [] : await partsFaults(found, { there, current, at }, deps);
    const faulty = refusalOfFaults([...faults, ...untellable(limits), ...unreviewed(content, body, deps)], language);
    if (faulty) return faulty;

    const counts = { items: items.length, ...counted };
    const answered = await saveEditionOrRefuse(
      decided,
      {
        call,
        reply: (acted) => ({ ...acted, body: { ...acted.body, ...counts } }),
        also: 'refused' in decided ? [] : await (await deps.catalogueWriter()).stage(catalogue),
      },
      deps,
    );
    deps.catalogue.forget();
    return answered;
  };

/** A whole catalogue tells what has not changed too, where there is room: whoever missed some learns it. */
function limitsToTell(before: Catalogue | undefined, next: Catalogue, whole: boolean): CodeLimits[] {
  const all = toldLimits(before, next, whole);
  return areTellable(all) ? all : toldLimits(before, next, false);
}

const untellable = (limits: readonly CodeLimits[] = []): CatalogueFault[] =>
  areTellable(limits) ? [] : [{ path: [], code: 'too-many-limits', about: String(limits.length) }];

/** Where a district adds what people must bear, the review of its basis and burden is said in words. */
const unreviewed = (
  { grounds = [] }: Outline,
  { opinion }: Publishing['body'],
  { set, city }: Pick<IntakeDeps, 'set' | 'city'>,
): CatalogueFault[] =>
  set !== city && grounds.length > 0 && opinion === undefined
    ? [{ path: ['opinion'], code: 'opinion-missing', about: '' }]
    : [];
