import { randomUUID } from 'node:crypto';
import { staffActor } from '../../support/actors.ts';
import { entryAt } from '../../support/entries.ts';
import { envelopeOf, uuid } from '../../support/facts.ts';
import type { Desk } from '../applicants.ts';
import { deskEntry, plain, type Asking } from '../asking.ts';
import type { Hall } from '../hall.ts';

const below = '/intake/applications/{id}/materials';
const layout = { requirement: 'premises-layout', materialId: uuid(1, 5), version: 1 };

/** An accepted case that rests on a document which was withdrawn. */
async function changed(hall: Hall, desk: Desk): Promise<string> {
  const id = await hall.caseIn('accepted', desk);
  const path = `/intake/applications/${id}/materials`;
  const clerk = staffActor('window', {}, 'the-window');
  const body = { materials: [layout], entry: entryAt.window };
  const { status } = await hall.ask({ method: 'POST', path, body, actor: clerk });
  if (status !== 200) throw new Error(`materials: ${status}`);
  const left = { ...layout, state: 'confirmed', left: 'withdrawn' };
  const data = { caseId: id, requirements: [left] };
  const about = { type: 'materials.case-materials-changed.v1', source: 'banshi/fuzhou/materials', toDistrict: 'gulou' };
  await hall.hear(envelopeOf({ ...about, id: randomUUID(), subject: id, district: 'fuzhou', sequence: 2, data }));
  return id;
}

export const materialAskings: Record<string, Asking> = {
  [`GET ${below}`]: { state: 'submitted', request: plain },
  [`POST ${below}`]: {
    state: 'submitted',
    request: (_, actor) => ({ body: { materials: [layout], ...deskEntry(actor) } }),
  },
  [`POST ${below}/{requirement}/see`]: {
    state: 'submitted',
    path: 'materials/premises-layout/see',
    request: () => ({ body: { originals: 1, copies: 0 } }),
  },
  [`POST ${below}/{requirement}/uphold`]: {
    prepare: changed,
    path: 'materials/premises-layout/uphold',
    request: () => ({ body: { reasons: '平面图与现场一致，许可条件没有变化。' } }),
  },
  'GET /intake/changed-bases': { request: () => ({ query: { department: 'amr' } }) },
};
