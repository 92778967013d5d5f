import { coded } from '../../docs/examples/project.ts';
import { staffActor } from '../../support/actors.ts';
import { uscc } from '../applicants.ts';
import { plain, type Asking } from '../asking.ts';
import type { Hall } from '../hall.ts';

const officer = staffActor('officer');

/** A project of the company that the officer carries. */
async function carried(hall: Hall): Promise<string> {
  const body = { ...coded, investor: { uscc, name: '示例餐饮有限公司' } };
  return String((await hall.ask({ method: 'POST', path: '/agency/projects', body, actor: officer })).body['id']);
}
async function given(hall: Hall): Promise<string> {
  const id = await carried(hall);
  await hall.ask({ method: 'POST', path: `/agency/projects/${id}/guidance`, body: {}, actor: officer });
  return id;
}

export const guidanceAskings: Record<string, Asking> = {
  'GET /agency/projects/{id}/guidance': { prepare: given, request: plain },
  'POST /agency/projects/{id}/guidance': { prepare: carried, request: () => ({ body: {} }) },
  'GET /agency/projects/{id}/guidance/page': { prepare: given, request: plain },
};
