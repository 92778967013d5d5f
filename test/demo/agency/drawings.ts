import * as z from 'zod';
import { idOf } from '../../support/cases.ts';
import { answered } from '../story.ts';
import { asSeen, projectPath, type Carried } from './carried.ts';
import { uploaded } from './documents.ts';

const parts = ['building', 'structure', 'fire', 'civil-defence', 'lightning'];
const review = z.object({
  remarks: z.array(z.object({ id: z.uuid(), state: z.string() })),
  rounds: z.array(z.object({ asked: z.array(z.string()) })),
});

/** 多图联审: drawings are reviewed once by all, in two rounds, with one opinion. */
export async function drawingsStory({ hall, officer, projectId, story: { step } }: Carried): Promise<void> {
  const [who, body] = [hall.as(officer), hall.as('lead-hc')];
  const files = async (keys: readonly string[], state: string) => {
    const sent = await uploaded(
      hall.as('company'),
      keys.map((key) => ({ type: `drawing-${key}-${state}`, how: 'asked' })),
    );
    return sent.map(({ materialId, version }, n) => ({ key: keys[n], materialId, version }));
  };
  const opened = await step(
    '多图联审 · the drawings are handed in once, for all departments',
    async () => who.post(projectPath(projectId, 'drawing-reviews'), { parts: await files(parts, 'first') }),
    answered(201, 'in-review'),
  );
  const path = `/agency/drawing-reviews/${idOf(opened)}`;
  await step(
    '意见 · the fire review remarks on a stair; every department says when it has no more to say',
    async () => {
      const remark = {
        part: 'fire',
        place: '消施-03，③轴至④轴',
        severity: 'must',
        basis: 'GB 50016-2014 6.4.1',
        text: '疏散楼梯间未设置前室',
      };
      const said = [await asSeen(body, path)('remarks', remark)];
      for (const one of ['mnr', 'hc', 'cad', 'met']) said.push(await asSeen(hall.as(`lead-${one}`), path)('finish'));
      return said;
    },
    (answers) => answers.every(answered(200)),
  );
  await step(
    '第一轮 · the round is closed with one list of remarks',
    () => asSeen(body, path)('close-round'),
    answered(200, 'with-designer'),
  );
  const remarks = review.parse((await who.get(path)).body).remarks;
  await step(
    '第二轮 · only the changed part is handed in again, and only its department is asked',
    async () => {
      const answers = remarks.map(({ id }) => ({ remarkId: id, text: '已增设前室，见消施-03修改版' }));
      await asSeen(who, path)('resubmit', { answers, parts: await files(['fire'], 'second') });
      return who.get(path);
    },
    ({ body: shown }) => review.parse(shown).rounds.at(-1)?.asked.join() === 'hc',
  );
  await step(
    '一个结论 · the remark is settled, and one opinion passes the drawings for all',
    async () => {
      for (const { id } of remarks) await asSeen(body, path)(`remarks/${id}/settle`);
      await asSeen(body, path)('finish');
      await asSeen(body, path)('close-round');
      return asSeen(body, path)('opinion', { outcome: 'passed' });
    },
    answered(200, 'passed'),
  );
}
