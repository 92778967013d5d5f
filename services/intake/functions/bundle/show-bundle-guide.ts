import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { guideOf } from '../../domain/bundle/guide.ts';
import type { IntakeDeps } from '../../deps.ts';
import { partsChosen } from './bundle-reply.ts';
import { itemsOf } from './items-of.ts';

/** The guide of one that was begun, in the versions on which it began: of a stage, which no catalogue offers, the only one. */
export const showBundleGuide =
  (deps: IntakeDeps) =>
  async ({ params: { id = '' }, scope }: Call): Promise<HttpResponse> => {
    const found = await (await deps.bundles()).get(scope, id);
    if (!found) return refuse(problems.notFound);
    const { bundle, form } = found;
    const body = guideOf(bundle.definition, partsChosen(bundle, form), await itemsOf(bundle, deps));
    return { status: 200, body };
  };
