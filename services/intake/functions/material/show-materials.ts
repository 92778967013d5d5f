import { plain } from '#shared/plain';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { requirementsOf } from '../../domain/catalogue/requirements.ts';
import { notProvided } from '../../domain/material/shared-line.ts';
import { lineView, papersOf, seenLater } from '../../domain/material/view.ts';
import type { IntakeDeps } from '../../deps.ts';
import { itemOf } from '../case/item-of.ts';
import { materialsActions } from '../../domain/material/who.ts';
import { materialsIn } from './materials-in.ts';

/** The list of a case, line by line: what was given and whether it is confirmed, what the office fetches, what is missing. */
export const showMaterials =
  (deps: IntakeDeps) =>
  async ({ params: { id = '' }, scope }: Call): Promise<HttpResponse> => {
    const found = await materialsIn(scope, id, deps);
    if (!found) return refuse(problems.notFound);
    const { application, materials, named } = found;
    const seen = [...(materials?.seen ?? []), ...seenLater(application)];
    const lines = application.state === 'draft' ? named : (materials?.lines ?? []);
    const { shared } = materials ?? {};
    const about = { ...application, notProvided: notProvided({ shared }) };
    const asked = requirementsOf(await itemOf(application, deps), about);
    const body = {
      caseId: id,
      version: materials?.version ?? 0,
      requirements: asked.map((one) => plain(lineView(one, { lines, seen, shared }))),
      papers: papersOf({ seen }),
      actions: materialsActions(application, scope),
    };
    return { status: 200, headers: { ETag: `"${body.version}"` }, body };
  };
