import { hasItem } from '../../support/cases.ts';
import { eventually, type Answer, type Hall } from '../../support/hall.ts';
import { inCity } from '../../support/upload.ts';
import { type Story } from '../story.ts';

/** What the food licence needed of the company’s registration its office has fetched: nobody was asked for it. */
export async function sharingStory(hall: Hall, { step }: Story, food: string): Promise<void> {
  const isFetched = (answer: Answer) =>
    hasItem(
      answer,
      (one) => one['caseId'] === food && one['resource'] === 'legal-entity' && one['state'] === 'fetched',
    );
  await step(
    '数据共享 · the business licence was fetched from its register, and the company reads what that said',
    () => eventually(() => hall.as('company').get('/materials/shared-records?limit=100', inCity), isFetched),
    isFetched,
  );
}
