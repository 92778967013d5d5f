import type { Actor } from '#shared/actor';
import { coded, fileOf, projectInput } from '../../docs/examples/project.ts';
import { staffActor } from '../../support/actors.ts';
import { uscc } from '../applicants.ts';
import { plain, type Asking } from '../asking.ts';
import type { Hall } from '../hall.ts';

export const lead: Actor = staffActor('officer-lead', {}, 'registering lead');
export const company = { uscc, name: '示例餐饮有限公司' };
const reasons = '用地规划已合并';

export async function register(hall: Hall, body: object): Promise<string> {
  const reply = await hall.ask({ method: 'POST', path: '/agency/projects', body, actor: lead });
  return String(reply.body['id']);
}

/** A project of the company, after these acts of a lead. */
export const projectOf =
  (begun: object, ...acts: readonly [name: string, body: object][]) =>
  async (hall: Hall): Promise<string> => {
    const id = await register(hall, { ...begun, investor: company });
    for (const [n, [name, body]] of acts.entries()) {
      const path = `/agency/projects/${id}/${name}`;
      await hall.ask({ method: 'POST', path, body, actor: lead, headers: { 'If-Match': `"${n + 1}"` } });
    }
    return id;
  };

const inApproval = ['begin-approval', {}] as const;
const building = ['begin-construction', {}] as const;
const suspended = ['suspend', { reasons }] as const;

/** An act on a project that was acted on so often. */
const act = (prepare: Asking['prepare'], seen: number, body: object = {}): Asking => ({
  ...(prepare && { prepare }),
  request: () => ({ body, headers: { 'If-Match': `"${seen}"` } }),
});

/** Others in which a project goes on, by its own id. */
const others = new Map<string, string[]>();
const goingOn = (body: (ids: readonly string[]) => object): Asking => ({
  prepare: async (hall) => {
    const id = await projectOf(coded)(hall);
    others.set(id, [await register(hall, projectInput), await register(hall, projectInput)]);
    return id;
  },
  request: (_desk, _actor, made = '') => ({ body: body(others.get(made) ?? []), headers: { 'If-Match': '"1"' } }),
});

const proposed = ['propose-investor', { investor: company, reasons }] as const;
/** A project of which the company is to become the investor. */
async function toBecome(hall: Hall): Promise<string> {
  const id = await register(hall, projectInput);
  const [name, body] = proposed;
  const path = `/agency/projects/${id}/${name}`;
  await hall.ask({ method: 'POST', path, body, actor: lead, headers: { 'If-Match': '"1"' } });
  return id;
}
const other = { investor: projectInput.investor, reasons };

export const projectAskings: Record<string, Asking> = {
  'GET /agency/projects': { request: plain },
  'POST /agency/projects': { request: () => ({ body: projectInput }) },
  'POST /agency/projects/import': { request: () => ({ body: { projects: [coded] } }) },
  'POST /agency/projects/import-file': { request: () => ({ body: { csv: fileOf(coded.code) } }) },
  'GET /agency/projects/{id}': { prepare: projectOf(coded), request: plain },
  'GET /agency/projects/{id}/plan': { prepare: projectOf(coded), request: plain },
  'GET /agency/projects/{id}/gantt': { prepare: projectOf(coded), request: plain },
  'POST /agency/projects/{id}/edit': act(projectOf(projectInput), 1, {
    name: '改名',
    kind: 'industrial-private',
    place: projectInput.place,
  }),
  'POST /agency/projects/{id}/give-code': act(projectOf(projectInput), 1, { code: coded.code }),
  'POST /agency/projects/{id}/correct-code': act(projectOf(coded), 1, { code: '2607-350102-04-01-482914' }),
  'POST /agency/projects/{id}/begin-approval': act(projectOf(coded), 1),
  'POST /agency/projects/{id}/begin-construction': act(projectOf(coded, [...inApproval]), 2),
  'POST /agency/projects/{id}/complete': act(projectOf(coded, [...inApproval], [...building]), 3),
  'POST /agency/projects/{id}/suspend': act(projectOf(coded), 1, { reasons }),
  'POST /agency/projects/{id}/resume': act(projectOf(coded, [...suspended]), 2),
  'POST /agency/projects/{id}/take': act(projectOf(coded), 1),
  'POST /agency/projects/{id}/hand-over': act(projectOf(coded), 1, { to: 'p_officer' }),
  'POST /agency/projects/{id}/terminate': act(projectOf(coded), 1, { reasons }),
  'POST /agency/projects/{id}/merge': goingOn(([into]) => ({ into, reasons })),
  'POST /agency/projects/{id}/split': goingOn((into) => ({ into, reasons })),
  'POST /agency/projects/{id}/propose-investor': act(projectOf(coded), 1, other),
  'POST /agency/projects/{id}/confirm-investor': act(toBecome, 2),
  'POST /agency/projects/{id}/decline-investor': act(toBecome, 2),
};
