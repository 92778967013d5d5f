import type { Batch, BatchRow } from './batch.ts';

/** What a batch writes into an inbox: it says for good what its template said then, with the values of its row. */
export interface BatchLine {
  id: string;
  partyId: string;
  district: string;
  at: string;
  message: 'batch';
  batchId: string;
  said: { key: string; edition: string };
  values: Record<string, string>;
  /** The notice that tells it by other ways as well. */
  noticeId?: string | undefined;
}

export const batchLine = (
  { id: batchId, district, template: said }: Batch,
  { partyId, values }: BatchRow,
  { id, at }: { id: string; at: Date },
): BatchLine => ({ id, partyId, district, at: at.toISOString(), message: 'batch', batchId, said, values });
