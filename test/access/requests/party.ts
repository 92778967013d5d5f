import { randomUUID } from 'node:crypto';
import { staffActor } from '../../support/actors.ts';
import type { Asking } from '../asking.ts';
import { uscc } from '../applicants.ts';
import type { Hall } from '../hall.ts';

const documents = [
  { kind: 'organisation', uscc },
  { kind: 'organisation', uscc: '91350102MA0000001L' },
];
const body = { documents, reason: '统一社会信用代码变更' };
const reason = { reason: '核对后不是同一主体' };

/** A merge that a clerk of the city proposed, perhaps already approved; in a district there is none. */
const proposed = async ({ ask }: Hall): Promise<string> => {
  const actor = staffActor('window', { district: 'fuzhou' }, 'proposing clerk');
  const made = await ask({ method: 'POST', path: '/intake/party-merges', body, actor });
  return made.status === 201 ? String(made.body['id']) : randomUUID();
};
const approved = async (hall: Hall): Promise<string> => {
  const id = await proposed(hall);
  const actor = staffActor('head', { district: 'fuzhou' }, 'approving head');
  await hall.ask({ method: 'POST', path: `/intake/party-merges/${id}/approve`, body: {}, actor });
  return id;
};

export const partyAskings: Record<string, Asking> = {
  'POST /intake/party-merges': { request: () => ({ body }) },
  'GET /intake/party-merges': { request: () => ({}) },
  'GET /intake/party-merges/{id}': { prepare: proposed, request: () => ({}) },
  'POST /intake/party-merges/{id}/approve': { prepare: proposed, request: () => ({ body: {} }) },
  'POST /intake/party-merges/{id}/reject': { prepare: proposed, request: () => ({ body: reason }) },
  'POST /intake/party-merges/{id}/undo': { prepare: approved, request: () => ({ body: reason }) },
};
