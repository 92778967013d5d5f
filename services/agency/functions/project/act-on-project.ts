import type * as z from 'zod';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import { giveCode, resume, suspend } from '../../domain/project/acts.ts';
import { changed, type ProjectChange } from '../../domain/project/change.ts';
import type { ProjectAct } from '../../domain/project/graph.ts';
import type { Project } from '../../domain/project/project.ts';
import { speakAgainst } from '../../domain/stage/reached.ts';
import { notOfTeam } from '../../problems/officer.ts';
import { codeTaken } from '../../problems/project.ts';
import { factsOtherwise } from '../../problems/stage.ts';
import type { codeBody, handOverBody, reasonsBody } from '../../schemas/project.ts';
import { takesOver } from '../officer/takes-over.ts';
import { knownBy } from '../plan/planned.ts';
import { toKnow } from '../stage/to-know.ts';
import { saveAct, toActOn } from './acted.ts';
import { codeFault } from './codes.ts';

type With<Schema extends () => z.ZodType> = Call<unknown, z.infer<ReturnType<Schema>>>;

/** An act that is decided by the project, who acts and what he says, and by nothing else. */
const acting =
  <Said>(decide: (found: Project, call: Call<unknown, Said>) => ProjectChange | undefined) =>
  (deps: AgencyDeps) =>
  async (call: Call<unknown, Said>): Promise<HttpResponse> => {
    const found = await toActOn(call, deps);
    return 'problem' in found ? found : saveAct(decide(found, call), call, deps);
  };

/** By hand, unless what is known of its cases says otherwise. */
const moving =
  (act: ProjectAct) =>
  (deps: AgencyDeps) =>
  async (call: Call): Promise<HttpResponse> => {
    const found = await toActOn(call, deps);
    if ('problem' in found) return found;
    const known = await toKnow(found.id, deps);
    const planned = known && knownBy(found, { at: call.cause.at, ...known });
    if (known && speakAgainst(act, { rounds: known.rounds, planned })) return refuse(factsOtherwise);
    return saveAct(changed(found, act), call, deps);
  };

export const beginApproval = acting((found, { cause }) =>
  changed(found, 'begin-approval', { approvalBegan: cause.at }),
);
export const beginConstruction = moving('begin-construction');
export const complete = moving('complete');
export const resumeProject = acting((found) => resume(found));
export const takeProject = acting((found, { scope }) => changed(found, 'take', { officer: scope.actor.partyId }));
export const suspendProject = acting((found, { body }: With<typeof reasonsBody>) => suspend(found, body.reasons));
export const terminateProject = acting((found, { body }: With<typeof reasonsBody>) =>
  changed(found, 'terminate', { ...body, was: undefined }),
);
export const handOverProject =
  (deps: AgencyDeps) =>
  async (call: With<typeof handOverBody>): Promise<HttpResponse> => {
    const found = await toActOn(call, deps);
    if ('problem' in found) return found;
    const { to } = call.body;
    if (!(await takesOver(to, call.cause.at, deps))) return refuse(notOfTeam);
    return saveAct(changed(found, 'hand-over', { officer: to }), call, deps);
  };

/** A code is one project's for good. */
const coding =
  (act: 'give-code' | 'correct-code') =>
  (deps: AgencyDeps) =>
  async (call: With<typeof codeBody>): Promise<HttpResponse> => {
    const { code } = call.body;
    const faults = codeFault(code, '/code', call);
    if (faults.length > 0) return refuse(problems.invalidInput, faults);
    const found = await toActOn(call, deps);
    if ('problem' in found) return found;
    const [owner] = await (await deps.projects()).byCodes([code]);
    return owner === undefined ? saveAct(giveCode(found, act, code), call, deps) : refuse(codeTaken);
  };

export const giveCodeTo = coding('give-code');
export const correctCodeOf = coding('correct-code');
