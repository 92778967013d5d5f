import { staffActor } from '../../support/actors.ts';
import { projectId, stageFact } from '../../support/stages.ts';
import { plain, seen, type Asking } from '../asking.ts';
import { companyActor } from '../applicants.ts';
import type { Hall } from '../hall.ts';

const items = ['food-business-licence', 'reviewed-item'];
const defects = [{ pointer: '/operatorName', what: '名称不符', mend: '与营业执照一致' }];

/** A stage of the company's that was handed in, with a case for each item. */
async function handedIn(hall: Hall): Promise<string> {
  const actor = companyActor(2);
  await hall.hear(
    stageFact({
      projectId,
      stage: 1,
      round: 1,
      investor: actor.partyId,
      items: items.map((itemKey) => ({ itemKey, needs: [] })),
      lead: 'amr',
      limit: { n: 10, unit: 'working-day' },
    }),
  );
  const post = async (path: string, body: object) => {
    const answer = await hall.ask({ method: 'POST', path, body, actor });
    if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
    return String(answer.body['id']);
  };
  const id = await post('/intake/bundles', { projectId, stage: 1, channel: 'online' });
  await post(`/intake/bundles/${id}/submit`, {});
  await hall.settle();
  return id;
}

/** Its departments have answered: something is lacking, or nothing. */
const answered =
  (body: object): Asking['prepare'] =>
  async (hall) => {
    const id = await handedIn(hall);
    const actor = staffActor('approver', { department: 'amr' }, 'the-approver');
    for (const item of items) {
      const path = `/intake/bundles/${id}/items/${item}/answer`;
      const { status, body: said } = await hall.ask({ method: 'POST', path, body, actor });
      if (status !== 200) throw new Error(JSON.stringify(said));
    }
    return id;
  };

export const stageAskings: Record<string, Asking> = {
  'POST /intake/bundles/{id}/items/{item}/answer': {
    prepare: handedIn,
    names: { item: 'reviewed-item' },
    request: () => ({ body: { answer: 'lacking', defects } }),
  },
  'POST /intake/bundles/{id}/notice': {
    prepare: answered({ answer: 'lacking', defects }),
    request: () => ({ body: { days: 10 } }),
  },
  'GET /intake/supervision/stages': { request: plain },
  'PUT /intake/supervision/stages': { request: seen(0, { answerDays: 2 }) },
  'POST /intake/bundles/{id}/accept': {
    prepare: answered({ answer: 'complete' }),
    request: () => ({ body: {} }),
  },
};
