import * as z from 'zod';
import { actOnBatch, sendBatch } from '../../support/batch-sending.ts';
import { idOf } from '../../support/cases.ts';
import { eventually, type Answer, type Caller, type Hall } from '../../support/hall.ts';
import { inCity } from '../../support/upload.ts';
import { answered, refused, type Story } from '../story.ts';

const rows = 10_000;
/** Every fiftieth of them has given a telephone at a desk: two hundred. */
const every = 50;
const deskAtOnce = 8;
const shown = z.object({
  progress: z.object({
    rows: z.int(),
    taken: z.int(),
    sent: z.int(),
    delivered: z.int(),
    unreachable: z.int(),
  }),
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
  // The providers of the local cloud take these for approved.
  providers: { aliyun: 'SMS_900001', tencent: '1900001' },
  sample: { place: '五一北路一百二十八号', until: '2026-12-05' },
};

const kind = 'hk-macau-permit';
/** Permits that nobody has. */
const permitOf = (n: number): string => `H${String(70_000_000 + n)}`;

/** A file of ten thousand rows, of which one may lack the day. */
function fileWith(bad?: number): Buffer<ArrayBuffer> {
  const lines = Array.from(
    { length: rows },
    (_, n) => `${kind},${permitOf(n)},五一北路${n}号,${n === bad ? '' : '2026-12-05'}`,
  );
  return Buffer.from(['kind,number,place,until', ...lines].join('\r\n'));
}

/** 窗口登记: whoever stands at the desk gives his number, shows his permit and signs. It is never quiet for him, whenever this is told. */
function signsAtDesk(clerk: Caller, n: number): Promise<Answer> {
  const wish = {
    document: { kind, number: permitOf(n) },
    entry: { window: '12', originalChecked: true, signatureRef: `Q-${n}` },
    addresses: [{ channel: 'sms', value: `137${String(n).padStart(8, '0')}` }],
    quiet: { from: '00:00', until: '00:00' },
  };
  return clerk.post('/notifications/contact/at-desk', wish, inCity);
}

async function allSign(clerk: Caller): Promise<Answer[]> {
  const all = Array.from({ length: rows / every }, (_, n) => n * every);
  const answers: Answer[] = [];
  while (answers.length < all.length) {
    const some = all.slice(answers.length, answers.length + deskAtOnce);
    answers.push(...(await Promise.all(some.map((n) => signsAtDesk(clerk, n)))));
  }
  return answers;
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
  await step(
    '窗口登记 · two hundred give a telephone at a desk, where they show who they are and sign',
    () => allSign(hall.as('clerk')),
    (answers) => answers.length === rows / every && answers.every(({ status }) => status === 200),
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
    '送达 · the two hundred have it on their telephones too, the others in their inboxes alone',
    () =>
      eventually(
        () => editor.get(`${path}/progress`, inCity),
        (answer) => progressOf(answer).delivered === rows / every,
      ),
    (answer) => {
      const { sent, delivered, unreachable } = progressOf(answer);
      return sent + delivered === rows / every && unreachable === rows - rows / every;
    },
  );
  await step(
    '结束后 · what has ended cannot be paused any more',
    () => actOnBatch(editor, path, 'pause'),
    refused(409, 'batch-over'),
  );
}
