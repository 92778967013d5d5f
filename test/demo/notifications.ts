import { dayOf } from '#shared/calendar';
import type { Hall } from '../support/hall.ts';
import type { Local } from '../support/local.ts';
import { batchStory } from './notifications/batch.ts';
import { correctionStory } from './notifications/correction.ts';
import { figuresStory } from './notifications/figures.ts';
import { numberStory } from './notifications/number.ts';
import { proofStory } from './notifications/proof.ts';
import type { Story } from './story.ts';

/**
 * The story of notices: a company proves that a number is its own; a correction notice goes there by SMS, by the other provider as the first is
 * down; nobody reads it, so that staff call; and all of it is proved. Then ten thousand are told by a batch, which is paused and resumed.
 */
export async function notificationsStory(hall: Hall, story: Story, local: Local | undefined): Promise<void> {
  if (!local) throw new Error('this story needs the providers of the local cloud: on deployed stacks telephones ring');
  const since = dayOf(await local.now());
  await numberStory(hall, story, local);
  const correction = await correctionStory(hall, story, local);
  await proofStory(hall, story, { ...correction, local });
  await batchStory(hall, story);
  await figuresStory(hall, story, since);
}
