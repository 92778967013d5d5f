import * as z from 'zod';
import { actOnBatch, sendBatch } from '../../support/batch-sending.ts';
import { idOf } from '../../support/cases.ts';
import { eventually, type Answer, type Hall } from '../../support/hall.ts';
import { inCity } from '../../support/upload.ts';
import { answered, refused, type Story } from '../story.ts';

const rows = 10_000;
const shown = z.object({
  progress: z.object({ rows: z.int(), taken: z.int(), unreachable: z.int() }),
  faults: z.object({ count: z.int(), first: z.array(z.object({ line: z.int(), code: z.string() })) }).optional(),
});
const progressOf = ({ body }: Answer) => shown.parse(body).progress;

const said = { zh: '((place))停水至((until))。', en: 'No water at ((place)) until ((until)).' };
const waterOff = {
  key: 'water-off',
  kind: 'announcement',
  statutory: false,
  urgent: false,
  inbox: said,
  sms: said,
  sample: { place: '五一北路一百二十八号', until: '2026-12-05' },
};

/** A file of ten thousand rows, of which one may lack the day. */
function fileWith(bad?: number): Buffer<ArrayBuffer> {
  const lines = Array.from({ length: rows }, (_, n) => `p_demo_${n},五一北路${n}号,${n === bad ? '' : '2026-12-05'}`);
  return Buffer.from(['party,place,until', ...lines].join('\r\n'));
}

/** 批量通知: ten thousand are told by one batch, which one person makes, another lets go, and which is paused and resumed. */
export async function batchStory(hall: Hall, { step }: Story): Promise<void> {
  const [editor, publisher] = [hall.as('editor'), hall.as('publisher')];
  const edition = await step(
    '模板 · an editor of Gulou writes what is said, in two languages',
    () =>
      editor.post(
        '/notifications/editions',
        { district: 'gulou', signature: '鼓楼政务', templates: [waterOff], rules: [] },
        inCity,
      ),
    answered(201),
  );
  await step(
    '审核 · another person lets it come into force',
    () => publisher.post(`/notifications/editions/${idOf(edition)}/approve`, {}, inCity),
    ({ status }) => status === 200,
  );
  const bad = await sendBatch(editor, fileWith(7654));
  await step(
    '整体校验 · of ten thousand rows one has a fault: nothing of it goes out, and the line is named',
    () => eventually(() => editor.get(`${bad}/progress`, inCity), answered(200, 'invalid')),
    (answer) => {
      const { faults } = shown.parse(answer.body);
      return answered(200, 'invalid')(answer) && faults?.count === 1 && faults.first[0]?.line === 7656;
    },
  );
  const path = await sendBatch(editor, fileWith());
  await step(
    '校验通过 · mended it is sound, and waits for somebody else',
    () => eventually(() => editor.get(`${path}/progress`, inCity), answered(200, 'to-approve')),
    answered(200, 'to-approve'),
  );
  await step(
    '双人 · whoever made it cannot let it go',
    () => actOnBatch(editor, path, 'approve'),
    ({ status }) => status === 403,
  );
  await step(
    '放行 · the publisher does; it begins at once',
    () => actOnBatch(publisher, path, 'approve'),
    answered(200, 'scheduled'),
  );
  await step(
    '进度 · row by row they are told',
    () =>
      eventually(
        () => editor.get(`${path}/progress`, inCity),
        (answer) => progressOf(answer).taken > 0,
      ),
    (answer) => progressOf(answer).taken > 0 && progressOf(answer).rows === rows,
  );
  const paused = await step(
    '暂停 · it is paused before its end',
    async () => {
      await actOnBatch(editor, path, 'pause');
      return editor.get(`${path}/progress`, inCity);
    },
    (answer) => answered(200, 'paused')(answer) && progressOf(answer).taken < rows,
  );
  await step('继续 · and goes on where it was', () => actOnBatch(editor, path, 'resume'), answered(200, 'scheduled'));
  await step(
    '完成 · at the end each of the ten thousand is told, once',
    async () => {
      let answer = paused;
      for (let n = 0; n < 60 && !answered(200, 'done')(answer); n++) {
        answer = await eventually(() => editor.get(`${path}/progress`, inCity), answered(200, 'done'));
      }
      return answer;
    },
    (answer) => answered(200, 'done')(answer) && progressOf(answer).taken === rows,
  );
  await step(
    '结束后 · what has ended cannot be paused any more',
    () => actOnBatch(editor, path, 'pause'),
    refused(409, 'batch-over'),
  );
}
