const id = '3e0a3a6f-93c3-4b6b-9b61-62c2b6c0b2ea';
const manifest = 'pZGm1Av0IEBKARczz7exkNYsZb8LzaMrV7J32a2fFG4';

export const archiveExamples = {
  Archive: {
    id,
    status: 'kept',
    version: 3,
    retention: '30-years',
    keptUntil: '2056-08-14',
    closedAt: '2026-08-14T01:20:00.000Z',
    keptAt: '2026-08-14T02:00:05.000Z',
    manifest,
    parts: 13,
    bytes: 412_672,
    url: `https://bucket.example/archives/${id}/${manifest}.tar`,
    until: '2026-08-20T03:01:00.000Z',
  },
};
