import { staffActor } from '../support/actors.ts';
import type { Hall } from './hall.ts';

/** Publishes an edition in Gulou, prepared by one person and published by another. */
export async function publishEdition(hall: Hall, edition: object): Promise<void> {
  const post = async (path: string, role: 'catalogue-editor' | 'catalogue-publisher', body: object) => {
    const actor = staffActor(role, {}, `ending ${role}`);
    return hall.ask({ method: 'POST', path: `/intake/catalogue${path}`, body, actor });
  };
  const path = `/editions/${String((await post('', 'catalogue-editor', edition)).body['id'])}`;
  await post(`${path}/submit`, 'catalogue-editor', {});
  await post(`${path}/publish`, 'catalogue-publisher', {});
}
