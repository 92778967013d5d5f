import { coded } from '../../docs/examples/project.ts';
import { staffActor } from '../../support/actors.ts';
import { companyActor, uscc } from '../applicants.ts';
import { plain, type Asking } from '../asking.ts';
import type { Hall } from '../hall.ts';

const lead = staffActor('officer-lead', {}, 'coordinating lead');
const words = { text: '已协调' };

const projectOf = async (hall: Hall): Promise<string> => {
  const body = { ...coded, investor: { uscc, name: '示例餐饮有限公司' } };
  return String((await hall.ask({ method: 'POST', path: '/agency/projects', body, actor: lead })).body['id']);
};

/** What the company has raised, after these acts of a lead. */
const raised =
  (...acts: readonly [name: string, body: object][]) =>
  async (hall: Hall): Promise<string> => {
    const body = { projectId: await projectOf(hall), kind: 'land', department: 'amr', text: '尚未交地' };
    const made = await hall.ask({ method: 'POST', path: '/agency/problems', body, actor: companyActor(2) });
    const id = String(made.body['id']);
    for (const [name, said] of acts) {
      await hall.ask({ method: 'POST', path: `/agency/problems/${id}/${name}`, body: said, actor: lead });
    }
    return id;
  };
const solved = raised(['solve', words]);
const act = (prepare: Asking['prepare'], body: object = {}): Asking => ({
  ...(prepare && { prepare }),
  request: () => ({ body }),
});

export const problemAskings: Record<string, Asking> = {
  'GET /agency/problems': { request: plain },
  'POST /agency/problems': {
    prepare: projectOf,
    request: (_desk, _actor, made = '') => ({ body: { projectId: made, kind: 'land', text: '尚未交地' } }),
  },
  'GET /agency/problems/{id}': { prepare: raised(), request: plain },
  'POST /agency/problems/{id}/coordinate': act(raised()),
  'POST /agency/problems/{id}/solve': act(raised(), words),
  'POST /agency/problems/{id}/escalate': act(raised()),
  'POST /agency/problems/{id}/report': act(raised()),
  'POST /agency/problems/{id}/confirm': act(solved),
  'POST /agency/problems/{id}/reopen': act(solved),
  'POST /agency/problems/{id}/withdraw': act(raised()),
};
