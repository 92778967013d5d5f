import * as z from 'zod';
import { foodForm } from '../../support/form.ts';
import { each, serveTasks } from './child.ts';
import { post } from './post.ts';

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
const actedOn = async (url: string, token: string, body: object) => acted.parse(await post(url, token, body));

serveTasks(applicantTask, async ({ base, token, atOnce, begin, submit }) => {
  const applications = `${base}/intake/applications`;
  const draft = { itemKey: 'food-business-licence', form: foodForm, channel: 'online' };
  const begun = await each({ count: begin, atOnce }, () => actedOn(applications, token, draft));
  await each({ count: submit.length, atOnce }, (n) => actedOn(`${applications}/${submit[n]}/submit`, token, {}));
  return begun.map(({ id }) => id);
});
