import * as z from 'zod';
import { hasItem } from '../../support/cases.ts';
import { eventually } from '../../support/hall.ts';
import { inCity } from '../../support/upload.ts';
import { answered } from '../story.ts';
import { asSeen, projectPath, type Carried } from './carried.ts';

const gantt = z.object({
  stages: z.array(z.object({ bars: z.array(z.object({ actual: z.unknown().optional() })) })),
});

/** The project is completed, and what was agreed with the officer comes to its end. */
export async function endedStory({ hall, officer, projectId, mandateId, story: { step } }: Carried): Promise<void> {
  const [company, who] = [hall.as('company'), hall.as(officer)];
  const [project, mandate] = [projectPath(projectId), `/agency/mandates/${mandateId}`];
  await step(
    '竣工 · with its last stage the project is completed',
    () => eventually(() => company.get(project), answered(200, 'completed')),
    answered(200, 'completed'),
  );
  await step(
    '横道图 · the picture shows stages and items as planned and as they went',
    () => company.get(`${project}/gantt`),
    ({ status, body }) =>
      status === 200 && gantt.parse(body).stages.flatMap(({ bars }) => bars.filter((one) => one.actual)).length >= 20,
  );
  await step(
    '窗口办结 · the officer says that all is done',
    () => asSeen(who, mandate)('finish'),
    answered(200, 'done-at-window'),
  );
  await step(
    '代办结束 · the investor ends the agreement; it was free',
    () => asSeen(company, mandate)('end'),
    answered(200, 'ended'),
  );
  await step(
    '回访 · a clerk who is not its officer asks how the investor was served',
    () => asSeen(hall.as('clerk'), mandate)('visit', { score: 1, remarks: '随叫随到' }),
    answered(200, 'ended'),
  );
  await step(
    '通知 · the investor was told of the decisions',
    () =>
      eventually(
        () => company.get('/notifications/inbox?limit=100', inCity),
        (answer) => hasItem(answer, ({ message }) => message === 'bundle-done'),
      ),
    (answer) => hasItem(answer, ({ message }) => message === 'bundle-done'),
  );
}
