import type { Hall } from '../support/hall.ts';
import { grantStory } from './materials/grant.ts';
import { libraryStory } from './materials/library.ts';
import { licenceStory } from './materials/licence.ts';
import { sharingStory } from './materials/sharing.ts';
import type { Story } from './story.ts';

/**
 * The story of the library: a company uploads its articles once, uses them in two districts, is granted a licence, uses that in a
 * third case, has its registration fetched, grants and revokes, and reads who looked.
 */
export async function materialsStory(hall: Hall, story: Story): Promise<void> {
  const articles = await libraryStory(hall, story);
  const food = await licenceStory(hall, story);
  await sharingStory(hall, story, food);
  await grantStory(hall, story, { articles, food });
}
