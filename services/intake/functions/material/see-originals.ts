import type * as z from 'zod';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { demandable } from '../../domain/catalogue/requirements.ts';
import { makerOf } from '../../domain/case/maker.ts';
import { see } from '../../domain/material/act.ts';
import { notProvided } from '../../domain/material/shared-line.ts';
import { surplusIn } from '../../domain/material/surplus.ts';
import { materialsRefusal } from '../../domain/material/who.ts';
import { raise } from '../../domain/supervision/finding.ts';
import type { IntakeDeps } from '../../deps.ts';
import { caseProblems } from '../../problems/case.ts';
import type { seeBody } from '../../schemas/material.ts';
import { itemOf } from '../case/item-of.ts';
import { materialsActed } from './acted.ts';
import { materialsIn } from './materials-in.ts';

/** 原件核验: a clerk has seen originals of a line, or taken copies; what is on no list is not asked for, and so not taken. */
export const seeOriginals =
  (deps: IntakeDeps) =>
  async ({
    params: { id = '', requirement = '' },
    body,
    scope,
    cause,
  }: Call<unknown, z.infer<ReturnType<typeof seeBody>>>): Promise<HttpResponse> => {
    const found = await materialsIn(scope, id, deps);
    if (!found) return refuse(problems.notFound);
    const { application, materials } = found;
    const refused = materialsRefusal(application, 'see', scope);
    if (refused) return refuse(caseProblems[refused]);
    const asked = demandable(await itemOf(application, deps), {
      ...application,
      notProvided: notProvided(materials ?? {}),
    });
    const line = asked.find(({ type }) => type === requirement);
    if (!line) return refuse(caseProblems['not-on-list']);

    const change = see(application, materials, { requirement, ...makerOf(scope), at: cause.at, ...body });
    const reply = materialsActed(application, change, scope);
    const store = await deps.caseMaterials();
    const now = { at: cause.at, calendar: await deps.calendars.current() };
    const raised = surplusIn(body, line).map((one) => raise({ ...change.materials, id }, one, now));
    await store.save({ ...change, raised }, application, { ...cause, reply });
    return reply;
  };
