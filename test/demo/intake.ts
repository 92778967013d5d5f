import type { Hall } from '../support/hall.ts';
import { deliveryStory } from './intake/delivery.ts';
import { deskStory } from './intake/desk.ts';
import { licencesStory } from './intake/licences.ts';
import { postStory } from './intake/post.ts';
import { restaurantStory } from './intake/restaurant.ts';
import { reviewStory } from './intake/review.ts';
import { chainStory, countedBefore, supervisionStory } from './intake/supervision.ts';
import { trackingStory } from './intake/tracking.ts';
import type { Story } from './story.ts';

/** The story of the one window: a case from a desk in another district to its proof of delivery, a restaurant with one form, and what the supervisors count. */
export async function intakeStory(hall: Hall, story: Story): Promise<void> {
  const id = await deskStory(hall, story);
  const before = await countedBefore(hall, id);
  await reviewStory(hall, story, id);
  await deliveryStory(hall, story, id);
  await trackingStory(hall, story, id);
  await postStory(hall, story, await licencesStory(hall, story, await restaurantStory(hall, story)));
  await supervisionStory(hall, story, before);
  await chainStory(hall, story, id);
}
