import { randomUUID } from 'node:crypto';
import { Agent, request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import * as z from 'zod';
import { foodForm } from '../../support/form.ts';
import { each, serveTasks } from './child.ts';

/** Begins so many drafts, or hands these in, over HTTP. */
const applicantTask = z.object({
  base: z.string(),
  token: z.string(),
  atOnce: z.int(),
  begin: z.int().default(0),
  submit: z.array(z.string()).default([]),
});
export type ApplicantTask = z.input<typeof applicantTask>;

const acted = z.object({ id: z.string() });
const agent = new Agent({ keepAlive: true });

async function post(url: string, token: string, body: object): Promise<{ id: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const headers = {
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
    authorization: `Bearer ${token}`,
  };
  const sent = request(url, { method: 'POST', agent, headers }, resolve);
  sent.on('error', reject);
  sent.end(JSON.stringify(body));
  const reply = await promise;
  const json = await text(reply);
  if ((reply.statusCode ?? 500) >= 300) throw new Error(`${url}: ${reply.statusCode} ${json}`);
  return acted.parse(JSON.parse(json));
}

serveTasks(applicantTask, async ({ base, token, atOnce, begin, submit }) => {
  const applications = `${base}/intake/applications`;
  const draft = { itemKey: 'food-business-licence', form: foodForm, channel: 'online' };
  const begun = await each({ count: begin, atOnce }, () => post(applications, token, draft));
  await each({ count: submit.length, atOnce }, (n) => post(`${applications}/${submit[n]}/submit`, token, {}));
  return begun.map(({ id }) => id);
});
