import * as z from 'zod';
import { opined } from '../support/cases.ts';
import { foodForm } from '../support/form.ts';
import { startHall, type Found } from '../support/find-hall.ts';
import type { Answer } from '../support/hall.ts';
import { countLine, type Line } from './table.ts';

const itemKey = 'food-business-licence';
const logged = z.object({ route: z.string(), status: z.number(), awsCalls: z.number(), capacityUnits: z.number() });
type Logged = z.infer<typeof logged>;

/** AWS calls and capacity units of each route of intake, from its own log lines on the running local cloud. */
export async function calls(): Promise<Line[]> {
  const found = await startHall();
  try {
    await useEveryRoute(found);
    await submitInNewCopies(found);
    await found.cloud.settle();
    return tableOf(linesOf(found));
  } finally {
    await found.stop();
  }
}

type Running = Awaited<ReturnType<typeof startHall>>;
const etag = ({ headers }: Answer) => headers.get('ETag') ?? '';

async function useEveryRoute({ hall }: Found): Promise<void> {
  const company = hall.as('company');
  const approver = hall.as('approver-amr');
  const body = { itemKey, form: { operatorName: foodForm.operatorName }, channel: 'online' };
  const draft = await company.post('/intake/applications', body);
  const path = `/intake/applications/${String(draft.body['id'])}`;
  await company.put(path, { form: foodForm }, { ifMatch: etag(draft) });
  await company.post(`${path}/submit`, {});
  await company.get(path);
  await approver.get(`${path}?reason=check`);
  await approver.get('/intake/tasks?department=amr&status=submitted');
  await hall.as('clerk').post(`${path}/accept`, {});
  const reviewed = await opined(approver, String(draft.body['id']));
  await approver.post(`${path}/decide`, { outcome: 'granted', opinion: '同意' }, { ifMatch: etag(reviewed) });
  await company.get(`${path}/timeline`);
  await company.get(`${path}/access-records`);
  await company.get('/intake/applications?mine=true');
  await hall.anyone.get('/intake/public/items?limit=5');
  await hall.anyone.get(`/intake/public/items/${itemKey}`);
  const second = await company.post('/intake/applications', body);
  await company.post(`/intake/applications/${String(second.body['id'])}/withdraw`, { reason: 'no longer needed' });
}

/** Many at once start new copies of the function, and those have yet to load the catalogue: the dearest submission. */
async function submitInNewCopies({ hall }: Found): Promise<void> {
  const company = hall.as('company');
  const drafts = Array.from({ length: 12 }, () =>
    company.post('/intake/applications', { itemKey, form: foodForm, channel: 'online' }),
  );
  // The drafts are made by one copy; the submissions are sent when more can start.
  const ids = (await Promise.all(drafts)).map(({ body }) => String(body['id']));
  await Promise.all(ids.map((id) => company.post(`/intake/applications/${id}/submit`, {})));
}

function linesOf({ cloud }: Running): Logged[] {
  return cloud
    .logs()
    .filter(({ function: name, text }) => name.includes('gulou-intake') && text.includes('"awsCalls"'))
    .flatMap(({ text }) => logged.safeParse(JSON.parse(text)).data ?? [])
    .filter(({ status }) => status < 300);
}

function tableOf(lines: readonly Logged[]): Line[] {
  const byRoute = Object.entries(Object.groupBy(lines, ({ route }) => route));
  return byRoute.toSorted(([a], [b]) => a.localeCompare(b)).map(([route, each = []]) => lineOf(route, each));
}

function lineOf(route: string, lines: readonly Logged[]): Line {
  const least = Math.min(...lines.map(({ awsCalls }) => awsCalls));
  const most = Math.max(...lines.map(({ awsCalls }) => awsCalls));
  const units = Math.max(...lines.map(({ capacityUnits }) => capacityUnits));
  const counted = countLine(`calls: ${route}`, most, { limit: route.endsWith('/submit') ? 3 : 2 });
  const range = least === most ? `${most}` : `${least}–${most}`;
  return { ...counted, found: `${range} calls, ${units} units`, target: `${counted.target} calls` };
}
