import * as z from 'zod';
import { applicant } from '#shared/access';
import type { FakeHttpDeps } from '#shared/http.fake';
import { problem } from '#shared/problem';
import { refuse, route } from '#shared/route';
import { ifAbsent, ifVersion } from '#shared/table';

/** Where the one note of this service is kept. */
export const noteKey = { pk: 'note', sk: 'REC' };
const taken = problem('taken', 409, ['已有。', 'There is one.']);
const note = () => z.strictObject({ text: z.string().max(300_000), deep: z.unknown().optional() });
const reply = { status: 200, schema: () => z.object({}) };

const write = route<FakeHttpDeps, z.ZodType, ReturnType<typeof note>>({
  method: 'POST',
  path: '/demo/notes',
  summary: 'write',
  may: [applicant(1)],
  body: note,
  reply,
  run:
    ({ table, save }) =>
    async ({ body, cause }) => {
      if (await table.get(noteKey)) return refuse(taken);
      const answer = {
        status: 201,
        headers: { Location: '/demo/notes/1', ETag: '"1"' },
        body: { text: body.text.slice(0, 9) },
      };
      await save([{ put: { ...noteKey, version: 1, text: body.text }, when: ifAbsent }], { ...cause, reply: answer });
      return answer;
    },
});
const change = route<FakeHttpDeps, z.ZodType, ReturnType<typeof note>>({
  method: 'PUT',
  path: '/demo/notes',
  summary: 'change',
  may: [applicant(1)],
  needsVersion: true,
  body: note,
  reply,
  run:
    ({ table }) =>
    async ({ body, ifMatch }) => {
      await table.put({ ...noteKey, version: ifMatch + 1, text: body.text }, ifVersion(ifMatch));
      return { status: 200, body: { version: ifMatch + 1 } };
    },
});

/** The smallest service: a note is written once, and changed by its version. */
export const notesRoutes = [write, change];
