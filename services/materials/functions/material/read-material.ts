import type * as z from 'zod';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { placeOf } from '../../stores/rows.ts';
import { viewOf } from '../../domain/material/view.ts';
import type { MaterialsDeps } from '../../deps.ts';
import { fileNotAtHand } from '../../problems/material.ts';
import type { listQuery } from '../../schemas/material.ts';
import { addressOf } from '../address-of.ts';
import { listOfOwner } from '../list-of-owner.ts';
import { ownMaterial, ownVersion } from './own-material.ts';

export const readMaterial =
  (deps: MaterialsDeps) =>
  async (call: Call): Promise<HttpResponse> => {
    const found = await ownMaterial(call, deps);
    if ('problem' in found) return found;
    return { status: 200, headers: { ETag: `"${found.version}"` }, body: viewOf(found) };
  };

export const listMaterials =
  (deps: MaterialsDeps) =>
  (call: Call<z.infer<ReturnType<typeof listQuery>>>): Promise<HttpResponse> => {
    const { type } = call.query;
    return listOfOwner(
      call,
      { list: (partyId, page) => deps.materials.list({ partyId, type }, page), positionOf: placeOf, viewOf },
      deps,
    );
  };

/** Its owner reads a file: at an address that holds for a minute, straight from the bucket. */
export const readFile =
  (deps: MaterialsDeps) =>
  async (call: Call): Promise<HttpResponse> => {
    const found = await ownVersion(call, deps);
    if ('problem' in found) return found;
    const { objectKey } = found.version;
    if (!objectKey) return refuse(fileNotAtHand);
    return { status: 200, body: await addressOf({ ...found.version, objectKey }, call.cause.at, deps) };
  };
