import * as z from 'zod';
import { etagOf, idOf } from '../../support/cases.ts';
import { eventually, type Answer, type Caller } from '../../support/hall.ts';
import { honestForm } from '../../support/honest-form.ts';
import { answered } from '../story.ts';
import { authorityOf, projectPath, type Carried } from './carried.ts';
import { uploaded } from './documents.ts';

const guide = z.object({
  parts: z.array(z.object({ item: z.string(), department: z.string() })),
  form: z.unknown(),
  materials: z.array(z.object({ type: z.string(), how: z.string() })),
});
export type StageGuide = z.infer<typeof guide>;

const shown = z.object({
  status: z.string(),
  parts: z.array(z.object({ item: z.string(), status: z.string(), caseId: z.uuid().optional() })),
});
export const partsOf = ({ body }: Answer) => shown.parse(body).parts;

export interface HandedIn {
  path: string;
  guide: StageGuide;
}

/** A stage is planned, opened as one bundle in the investor's name, filled in once, and handed in. */
export async function handedIn(carried: Carried, n: number): Promise<HandedIn> {
  const { hall, officer, projectId } = carried;
  const { step } = carried.story;
  const who = hall.as(officer);
  const planned = await step(
    `规划第${n}阶段 · the officer plans stage ${n}: what applies, and what waits for what`,
    () => who.post(projectPath(projectId, `stages/${n}/plan`), {}),
    answered(200, 'planned'),
  );
  const items = z.array(z.object({ itemKey: z.string() })).parse(planned.body['items']).length;
  const authorityId = await authorityOf(carried);
  const opened = await step(
    '一张表单 · intake opens it as one bundle, in the name of the investor',
    () =>
      eventually(
        () => who.post('/intake/bundles', { projectId, stage: n, channel: 'agency', authorityId }),
        ({ status }) => status === 201,
      ),
    answered(201, 'draft'),
  );
  const path = `/intake/bundles/${idOf(opened)}`;
  const read = await step(
    `办事指南 · its ${items} items have one form and one list of materials`,
    () => who.get(`${path}/guide`),
    ({ status, body }) => status === 200 && guide.parse(body).parts.length === items,
  );
  const told = guide.parse(read.body);
  const materials = await uploaded(hall.as('company'), told.materials);
  await step(
    `一套材料 · the form is filled in, ${materials.length} documents of the investor's library are named once`,
    () => filledIn(who, path, { form: honestForm(told.form), materials }),
    answered(200, 'draft'),
  );
  await step(
    '提交 · and the officer hands it in',
    () => who.post(`${path}/submit`, {}),
    ({ status }) => status === 200,
  );
  await step(
    '分办 · each item that waits for nothing becomes a case of its department',
    () => eventually(() => who.get(path), madeAll),
    madeAll,
  );
  return { path, guide: told };
}

/** What registers know may fill a field of the draft in between the look and the save. */
const filledIn = (who: Caller, path: string, body: object) =>
  eventually(
    async () => who.put(path, body, { ifMatch: etagOf(await who.get(path)) }),
    ({ status }) => status !== 412,
  );

/** Every part that waits for none has its case. */
const madeAll = (answer: Answer): boolean =>
  answer.status === 200 && partsOf(answer).every(({ status }) => status === 'open' || status === 'waiting');
