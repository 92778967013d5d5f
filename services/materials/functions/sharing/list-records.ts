import type * as z from 'zod';
import type { Call, HttpResponse } from '#shared/route';
import type { MaterialsDeps } from '../../deps.ts';
import type { sharedRecordQuery } from '../../schemas/sharing.ts';
import { recordPlace } from '../../stores/shared-rows.ts';
import { listOfOwner } from '../list-of-owner.ts';
import { recordView } from './record-view.ts';

/** A party reads what offices were told about it; whoever finds a fault in that may dispute it. */
export const listRecords =
  (deps: Pick<MaterialsDeps, 'sharedRecords' | 'parties'>) =>
  async (call: Call<z.infer<ReturnType<typeof sharedRecordQuery>>>): Promise<HttpResponse> => {
    const records = await deps.sharedRecords();
    const { at } = call.cause;
    return listOfOwner(
      call,
      { list: (partyId, page) => records.list(partyId, { ...page, at }), positionOf: recordPlace, viewOf: recordView },
      deps,
    );
  };
