import { dayOf } from '#shared/calendar';
import { messageOf } from '../../localstack/json.ts';
import { findDeployed, findRunning, startHall } from '../support/find-hall.ts';
import { agencyStory } from './agency.ts';
import { caseStory } from './case.ts';
import { intakeStory } from './intake.ts';
import { materialsStory } from './materials.ts';
import { notificationsStory } from './notifications.ts';
import { paymentsStory } from './payments.ts';
import { reconciliationStory } from './reconciliation.ts';
import { tell, Unexpected } from './story.ts';

const stories = {
  case: caseStory,
  agency: agencyStory,
  intake: intakeStory,
  materials: materialsStory,
  payments: paymentsStory,
  notifications: notificationsStory,
  reconciliation: reconciliationStory,
};

/** Tells one story over HTTP: on deployed stacks, on the running local cloud, or on one started for it. */
async function demo(name: string): Promise<number> {
  const story = Object.entries(stories).find(([key]) => key === name)?.[1];
  if (!story) {
    console.error(`there is no story ${name}; there is: ${Object.keys(stories).join(', ')}`);
    return 1;
  }
  // As with `npm start`: from today on the channels owe their statements.
  const parameters = { StatementsFrom: dayOf(new Date()) };
  const found = (await findDeployed()) ?? (await findRunning()) ?? (await startHall(console.log, { parameters }));
  console.log(`The story of ${name}, over HTTP at ${found.where}`);
  try {
    await story(found.hall, tell(console.log), found.local);
    console.log('Every step was as expected.');
    return 0;
  } catch (error) {
    if (!(error instanceof Unexpected)) throw error;
    console.error('Not as expected; see the line marked ✗.');
    return 1;
  } finally {
    await found.stop();
  }
}

try {
  process.exitCode = await demo(process.argv[2] ?? 'case');
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 1;
}
