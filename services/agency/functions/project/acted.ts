import type { Scope } from '#shared/access';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Refusal, type Reply } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import { actionsOn, type ProjectChange } from '../../domain/project/change.ts';
import type { Project } from '../../domain/project/project.ts';
import { projectMoved } from '../../problems/project.ts';
import { withMandate } from '../mandate/with-mandate.ts';
import { codeWarnings } from './codes.ts';
import { actorsOf, investorWarnings, sees } from './whose.ts';

/** The project that a path names, as the caller has seen it. */
export async function toActOn(
  { params, scope, ifMatch }: Pick<Call, 'params' | 'scope' | 'ifMatch'>,
  deps: Pick<AgencyDeps, 'projects'>,
): Promise<Project | Refusal> {
  const found = await (await deps.projects()).get(params['id'] ?? '');
  if (!found || !sees(scope, found)) return refuse(problems.notFound);
  return found.version === ifMatch ? found : refuse(problems.versionStale);
}

/** Saves an act that the caller may do in this state, and says what may be done next. */
export async function saveAct(
  change: ProjectChange | undefined,
  { scope, cause }: Pick<Call, 'scope' | 'cause'>,
  deps: Pick<AgencyDeps, 'projects' | 'mandates' | 'newId'>,
): Promise<HttpResponse> {
  if (!change || !isAllowed(change, scope)) return refuse(projectMoved);
  const reply = acted(change.project, { scope, at: cause.at, planned: change.planned });
  await (await deps.projects()).save(await withMandate(change, cause.at, deps), { ...cause, reply });
  return reply;
}

function isAllowed({ before, act }: ProjectChange, scope: Scope): boolean {
  return before !== undefined && actionsOn(before, actorsOf(scope, before)).some((one) => one === act);
}

interface Acted {
  scope: Scope;
  at: Date;
  status?: number;
  planned?: ProjectChange['planned'];
}

export function acted(found: Project, { scope, at, status = 200, planned }: Acted): Reply {
  const { id, state, version } = found;
  const actions = actionsOn(found, actorsOf(scope, found));
  const body = { id, status: state, version, warnings: warningsOf(found, at), actions, planned };
  const headers = { ETag: `"${version}"`, ...(status === 201 && { Location: `/agency/projects/${id}` }) };
  return { status, headers, body };
}

/** What a person should confirm of what is registered. */
export const warningsOf = ({ code, investor }: Project, at: Date) => [
  ...codeWarnings(code, at),
  ...investorWarnings(investor),
];
