import type { Asking } from '../asking.ts';
import { companyActor, type Desk } from '../applicants.ts';
import type { Hall } from '../hall.ts';

/** A case of which a delivered result has closed; nothing of it is packed yet. */
const closed = async ({ ask, caseIn, settle }: Hall, desk: Desk): Promise<string> => {
  const id = await caseIn('decided', desk);
  const path = `/intake/applications/${id}/delivery/download`;
  const { status } = await ask({ method: 'POST', path, body: {}, actor: companyActor(2) });
  if (status !== 200) throw new Error(`download: ${status}`);
  await settle();
  return id;
};

export const archiveAskings: Record<string, Asking> = {
  'GET /intake/applications/{id}/archive': { prepare: closed, request: () => ({ query: { reason: '移交进馆' } }) },
};
