import { coded } from '../../docs/examples/project.ts';
import { staffActor } from '../../support/actors.ts';
import { tellerOf, toldOfStage } from '../../support/case-teller.ts';
import { uscc } from '../applicants.ts';
import { plain, type Asking } from '../asking.ts';
import type { Hall } from '../hall.ts';

const lead = staffActor('officer-lead', {}, 'planning lead');
const carrier = staffActor('officer');
const facts = { filingKind: 'filing', heritageArea: true };

/** A project of the company that the officer carries. */
async function carried(hall: Hall): Promise<string> {
  const body = { ...coded, facts, investor: { uscc, name: '示例餐饮有限公司' } };
  const reply = await hall.ask({ method: 'POST', path: '/agency/projects', body, actor: carrier });
  return String(reply.body['id']);
}

/** Its first stage is planned, and the filing handed in. */
async function handedIn(hall: Hall): Promise<string> {
  const id = await carried(hall);
  await hall.ask({ method: 'POST', path: `/agency/projects/${id}/stages/1/plan`, body: {}, actor: lead });
  const bundle = toldOfStage({ projectId: id, stage: 1 }, [2, 4], { state: 'handed-in' });
  await hall.tellAgency(tellerOf(id).submitted(4, 'project-filing'), bundle);
  return id;
}

/** The filing was refused, and with it what needs it; the rest was granted. */
async function refused(hall: Hall): Promise<string> {
  const id = await handedIn(hall);
  const survey = tellerOf(id, 2);
  await hall.tellAgency(
    tellerOf(id).changed([3, 5], 'decided', { outcome: 'refused' }),
    survey.submitted(4, 'heritage-survey'),
    survey.changed([3, 5], 'decided', { outcome: 'granted' }),
  );
  return id;
}

const names = { n: '1' };
const acting = (prepare: Asking['prepare'], body: object = {}): Asking => ({
  ...(prepare && { prepare }),
  names,
  request: () => ({ body }),
});

export const projectStageAskings: Record<string, Asking> = {
  'GET /agency/projects/{id}/stages': { prepare: carried, request: plain },
  'GET /agency/projects/{id}/stages/{n}': { prepare: carried, names, request: plain },
  'POST /agency/projects/{id}/stages/{n}/plan': acting(carried),
  'POST /agency/projects/{id}/stages/{n}/reopen': acting(refused),
  'POST /agency/projects/{id}/stages/{n}/urge': acting(handedIn, { itemKey: 'project-filing' }),
  'GET /agency/stages': { request: plain },
};
