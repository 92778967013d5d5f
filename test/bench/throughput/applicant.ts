import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { foodForm } from '../../support/form.ts';
import { each, serveTasks } from './child.ts';

/** Begins drafts, or hands them in, over HTTP. */
export interface ApplicantTask {
  base: string;
  token: string;
  atOnce: number;
  /** How many drafts to begin, or which to hand in. */
  begin?: number;
  submit?: string[];
}

const agent = new Agent({ keepAlive: true });

function post(url: string, token: string, body: object): Promise<{ id: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ id: string }>();
  const headers = {
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
    authorization: `Bearer ${token}`,
  };
  const sent = request(url, { method: 'POST', agent, headers }, (reply) => {
    text(reply).then((json) => {
      if ((reply.statusCode ?? 500) < 300) resolve(JSON.parse(json) as { id: string });
      else reject(new Error(`${url}: ${reply.statusCode} ${json}`));
    }, reject);
  });
  sent.on('error', reject);
  sent.end(JSON.stringify(body));
  return promise;
}

serveTasks<ApplicantTask, string[]>(async ({ base, token, atOnce, begin = 0, submit = [] }) => {
  const applications = `${base}/intake/applications`;
  const draft = { itemKey: 'food-business-licence', form: foodForm, channel: 'online' };
  const begun = await each({ count: begin, atOnce }, () => post(applications, token, draft));
  await each({ count: submit.length, atOnce }, (n) => post(`${applications}/${submit[n]}/submit`, token, {}));
  return begun.map(({ id }) => id);
});
