import * as z from 'zod';
import { applicant } from '#shared/access';
import { httpHandler } from '#shared/http';
import { fakeHttpDeps, type FakeHttpDeps } from '#shared/http.fake';
import { problem } from '#shared/problem';
import { refuse, route, type Route } from '#shared/route';
import { ifAbsent, ifVersion } from '#shared/table';
import { applicantActor } from './actors.ts';
import { gatewayEvent, lambdaContext, type Request } from './gateway-event.ts';

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
export const notesRoutes: Route<FakeHttpDeps>[] = [write, change];

/** Writes the note. */
export const postNote: Request = {
  method: 'POST',
  path: '/demo/notes',
  body: { text: 'hello' },
  actor: applicantActor('li'),
  headers: { 'Idempotency-Key': 'key-1' },
};

/** A new service of these routes over an empty table, and how a test asks it. */
export function serve(routes = notesRoutes) {
  const deps = fakeHttpDeps();
  const handle = httpHandler(routes, deps);
  const send = async (request: Request) => {
    const { statusCode, headers = {}, body } = await handle(gatewayEvent(request), lambdaContext);
    return { status: statusCode, headers, body: body === '' ? undefined : JSON.parse(body) };
  };
  return { deps, handle, send };
}
