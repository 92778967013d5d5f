import { DocumentDueV1 } from '#events/intake/document-due.v1';
import { on, queueHandler } from '#shared/queue';
import { documentDeps } from './deps.ts';
import { makeDocuments } from './functions/document/make-documents.ts';

export const handler = queueHandler([on(DocumentDueV1, 'intake.make-documents', makeDocuments)], documentDeps());
