import type * as z from 'zod';
import { dayOf } from '#shared/calendar';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import { isInside } from '../../domain/area/in-force.ts';
import { changed, type ProjectChange } from '../../domain/project/change.ts';
import type { Project } from '../../domain/project/project.ts';
import { areaNotInForce, outsideArea } from '../../problems/area.ts';
import type { standInAreaBody } from '../../schemas/area.ts';
import { becoming } from '../plan/becoming.ts';
import { saveAct, toActOn } from '../project/acted.ts';

/** A project stands in an area: from here on its evaluations are computed from what is registered there. */
export const enterArea =
  (deps: AgencyDeps) =>
  async (call: Call<unknown, z.infer<ReturnType<typeof standInAreaBody>>>): Promise<HttpResponse> => {
    const found = await toActOn(call, deps);
    if ('problem' in found) return found;
    const { areaId, plot } = call.body;
    const area = await (await deps.areas()).get(areaId);
    if (area?.state !== 'published') return refuse(areaNotInForce);
    if (!isInside(area, { region: found.place.region, plot })) return refuse(outsideArea);
    const stands = { id: area.id, since: dayOf(call.cause.at), ...(plot !== undefined && { plot }) };
    return saveWithPlan([found, changed(found, 'enter-area', { area: stands })], call, deps);
  };

/** It stands there no longer: what the evaluations of the area stood for is its own again. */
export const leaveArea =
  (deps: AgencyDeps) =>
  async (call: Call): Promise<HttpResponse> => {
    const found = await toActOn(call, deps);
    if ('problem' in found) return found;
    return saveWithPlan([found, changed(found, 'leave-area', { area: undefined })], call, deps);
  };

type Changed = readonly [found: Project, change: ProjectChange | undefined];

const saveWithPlan = async ([found, change]: Changed, call: Pick<Call, 'scope' | 'cause'>, deps: AgencyDeps) =>
  saveAct(change && { ...change, ...(await becoming(found, change, { ...deps, at: call.cause.at })) }, call, deps);
