import type * as z from 'zod';
import type { Envelope } from '#events/event';
import { StagePlannedV1 } from '#events/agency/stage-planned.v1';
import { StageChangedV1 } from '#events/intake/stage-changed.v1';
import { on, queueHandler } from '#shared/queue';
import { partyIdOf } from '#shared/party';
import { readSeed } from '../../localstack/seed-files.ts';
import type { IntakeDeps } from '../../services/intake/deps.ts';
import { onStagePlanned } from '../../services/intake/functions/facts/on-stage-planned.ts';
import { amr, health, itemOf } from '../../services/intake/cases.fake.ts';
import { applicantActor } from './actors.ts';
import * as bundles from './bundles.ts';
import { envelopeOf, uuid } from './facts.ts';
import { honestForm } from './honest-form.ts';
import { cityKey, type IntakeWorld } from './intake.ts';
import { sqsEvent } from './sqs-event.ts';

export type Planned = z.infer<(typeof StagePlannedV1)['data']>;

export const projectId = uuid(1, 5);

/** The party that builds: a company by the code that honest forms name. */
export const investor = applicantActor('investor', {
  kind: 'organisation',
  partyId: partyIdOf(cityKey, { kind: 'uscc', number: '91350199MA00000015' }),
});

/** A stage in which three departments decide side by side, and two items wait for others. */
export const construction: Planned = {
  projectId,
  stage: 3,
  round: 1,
  investor: investor.partyId,
  items: [
    { itemKey: 'soil-conservation', needs: [] },
    { itemKey: 'civil-defence', needs: [] },
    { itemKey: 'fire-design', needs: [] },
    { itemKey: 'drawing-review', needs: [] },
    { itemKey: 'construction-permit', needs: ['drawing-review', 'fire-design'] },
  ],
  lead: 'hc',
  limit: { n: 15, unit: 'working-day' },
};

/** A short stage, led by the health department: two items side by side, and one that waits for the first. */
export const short: Planned = {
  ...construction,
  items: [
    { itemKey: 'survey', needs: [] },
    { itemKey: 'hygiene', needs: [] },
    { itemKey: 'permit', needs: ['survey'] },
  ],
  lead: 'health',
};
export const shortCatalogue = {
  departments: [amr, health],
  items: [itemOf({ key: 'survey' }), itemOf({ key: 'hygiene', department: 'health' }), itemOf({ key: 'permit' })],
};

/** Departments and items of the demonstration catalogue by which a stage can be applied for. */
export function seedOf(items: readonly string[]) {
  const { departments, items: all } = readSeed();
  // What they need of other stages is no item of such a catalogue.
  const wanted = all.filter(({ key }) => items.includes(key)).map((item) => ({ ...item, needs: undefined }));
  return { departments, items: wanted };
}

let facts = 0;

/** What agency tells of a planned stage. */
export const stageFact = (data: Planned, sequence = 1): Envelope =>
  envelopeOf({
    id: uuid((facts += 1), 4),
    source: 'banshi/gulou/agency',
    type: StagePlannedV1.type,
    subject: uuid(data.round, 3),
    sequence,
    data,
  });

/** Brings facts of agency to intake as its inbox does; gives how many failed. */
export async function hearPlans(deps: IntakeDeps, ...told: readonly Envelope[]): Promise<number> {
  const consume = queueHandler([on(StagePlannedV1, 'intake.on-stage-planned', onStagePlanned)], deps);
  return (await consume(sqsEvent(...told))).batchItemFailures.length;
}

/** Brings the plan of a stage to intake; gives how many facts failed. */
export const plan = ({ deps }: IntakeWorld, data: Planned, sequence = 1): Promise<number> =>
  hearPlans(deps, stageFact(data, sequence));

/** Opens a stage of the project as its investor, unless said otherwise. */
export const open = (world: IntakeWorld, rest: object = {}, actor = investor) =>
  world.send(bundles.begin({ projectId, stage: 3, ...rest }, actor));

/** Saves the one form of a stage with every field filled in. */
export async function fill(world: IntakeWorld, id: string): Promise<void> {
  const guide = await world.send({ path: `${bundles.path}/${id}/guide`, actor: investor });
  const { version } = (await world.send(bundles.show(id, investor))).body;
  const body = { form: honestForm(guide.body.form) };
  const { status } = await world.send(bundles.save(id, version, { actor: investor, body }));
  if (status !== 200) throw new Error('the form of a stage was not saved');
}

/** A stage that was filled in and handed in; its first cases are made. */
export async function handedIn(world: IntakeWorld, inbox: ReturnType<typeof bundles.ownInbox>): Promise<string> {
  const { id } = (await open(world)).body;
  await fill(world, id);
  const { status } = await world.send(bundles.act(id, 'submit', { actor: investor }));
  if (status !== 200) throw new Error('a stage was not handed in');
  await inbox.empty();
  return id;
}

/** What others heard today of a stage, oldest first. */
export const stageFacts = async (world: IntakeWorld) =>
  (await world.facts()).filter(({ type }) => type === StageChangedV1.type);
