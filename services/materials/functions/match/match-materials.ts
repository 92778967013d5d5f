import type * as z from 'zod';
import { dayOf } from '#shared/calendar';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { holding, type Requirement, type Turn } from '../../domain/match/item.ts';
import { linesFor, matched, metWithout, subjectOf, usable, type Fitting, type Wish } from '../../domain/match/match.ts';
import type { MaterialsDeps } from '../../deps.ts';
import { itemUnknown, noSuchSituation } from '../../problems/match.ts';
import { notYours } from '../../problems/material.ts';
import type { matchBody } from '../../schemas/match.ts';
import { idsOfOwner } from '../owners.ts';
import { ownerOf } from '../material/own-material.ts';

/** 免提交: what an applicant has already of all that an item asks for, what the office fetches, what is missing. */
export const matchMaterials =
  (deps: MaterialsDeps) =>
  async ({ body, scope, cause }: Call<unknown, z.infer<ReturnType<typeof matchBody>>>): Promise<HttpResponse> => {
    const { itemKey: item, district, about, commitment: committed } = body;
    const partyId = ownerOf(scope, body.partyId);
    if (!partyId) return refuse(notYours);
    const day = dayOf(cause.at);
    const copy = await (await deps.itemCopies()).get({ district, item });
    const turn = copy && holding(copy, day);
    if (!turn?.situations) return refuse(itemUnknown);
    const situation = body.situation ?? turn.situations[0];
    if (situation === undefined || !turn.situations.includes(situation)) return refuse(noSuchSituation);

    const wish = { situation, committed, about };
    const ids = await idsOfOwner(scope, partyId, deps);
    const looking = { ids, day, turn, wish };
    const requirements = await Promise.all(linesFor(turn, wish).map((line) => lineOf(line, looking, deps)));
    return { status: 200, body: { itemKey: item, district, version: turn.version, situation, requirements } };
  };

interface Looking {
  ids: readonly string[];
  day: string;
  turn: Turn;
  wish: Wish;
}

async function lineOf(
  line: Requirement,
  { ids, day, turn, wish }: Looking,
  { held }: Pick<MaterialsDeps, 'held'>,
): Promise<object> {
  const { requirement, about, must } = line;
  const met = metWithout(line, turn, wish);
  if (met) return { requirement, about, must, status: met, documents: [] };
  const wanted = subjectOf(line, wish);
  const store = await held();
  const near = await Promise.all(ids.map((id) => store.near(id, line, wanted)));
  const found = near.flat().flatMap((one) => usable(one, day) ?? []);
  const { state: status, documents } = matched(line, wanted, found);
  return { requirement, about, must, status, documents: documents.map(shown) };
}

const shown = ({ material, version }: Fitting) => ({
  materialId: material.id,
  version: version.n,
  name: version.name,
  about: material.about,
  ...(version.validUntil && { validUntil: version.validUntil }),
});
