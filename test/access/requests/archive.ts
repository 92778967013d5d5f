import { staffActor } from '../../support/actors.ts';
import type { Asking } from '../asking.ts';
import type { Desk, Hall } from '../hall.ts';

const clerk = staffActor('window', {}, 'the-window');

/** A case of which a delivered result has closed; nothing of it is packed yet. */
const closed = async ({ ask, caseIn, settle }: Hall, desk: Desk): Promise<string> => {
  const id = await caseIn('decided', desk);
  const entry = { hall: 'gulou-hall', documentsSeen: ['resident-id'], originalChecked: true };
  const path = `/intake/applications/${id}/delivery/hand-over`;
  const { status } = await ask({ method: 'POST', path, body: { entry }, actor: clerk });
  if (status !== 200) throw new Error(`hand-over: ${status}`);
  await settle();
  return id;
};

export const archiveAskings: Record<string, Asking> = {
  'GET /intake/applications/{id}/archive': { prepare: closed, request: () => ({ query: { reason: '移交进馆' } }) },
};
