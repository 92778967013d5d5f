import type * as z from 'zod';
import { plain } from '#shared/plain';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Refusal } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import { changesBetween, type Change } from '../../domain/guidance/changes.ts';
import type { Sheet } from '../../domain/guidance/sheet.ts';
import type { Project } from '../../domain/project/project.ts';
import { guidancePage, pageHeaders } from '../../page/guidance-page.ts';
import type { guidanceQuery } from '../../schemas/guidance.ts';
import { sees } from '../project/whose.ts';
import { saidNow } from './said-now.ts';

type Asking = Call<z.infer<ReturnType<typeof guidanceQuery>>>;

/** What was said, and what would be said otherwise today. */
export const showGuidance =
  (deps: AgencyDeps) =>
  async (call: Asking): Promise<HttpResponse> => {
    const shown = await toShow(call, deps);
    if ('problem' in shown) return shown;
    const { sheet, sinceThen } = shown;
    return { status: 200, headers: { ETag: `"${sheet.n}"` }, body: plain({ ...sheet, sinceThen }) };
  };

/** The same to be printed. */
export const showGuidancePage =
  (deps: AgencyDeps) =>
  async (call: Asking): Promise<HttpResponse> => {
    const shown = await toShow(call, deps);
    if ('problem' in shown) return shown;
    return { status: 200, headers: pageHeaders(), text: guidancePage(shown, call.language) };
  };

export interface Shown {
  project: Project;
  sheet: Sheet;
  sinceThen: readonly Change[];
}

async function toShow({ params, query, scope, cause }: Asking, deps: AgencyDeps): Promise<Shown | Refusal> {
  const project = await (await deps.projects()).get(params['id'] ?? '');
  if (!project || !sees(scope, project)) return refuse(problems.notFound);
  const store = await deps.guidance();
  const { id: projectId } = project;
  const sheet = await (query.n === undefined ? store.last(projectId) : store.get({ projectId, n: query.n }));
  if (!sheet) return refuse(problems.notFound);
  const now = await saidNow(project, cause.at, deps);
  return { project, sheet, sinceThen: 'problem' in now ? [] : changesBetween(sheet.said, now) };
}
