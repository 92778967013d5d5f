import { fullFormats } from 'ajv-formats/dist/formats.js';

const { date, time, email, uri, hostname, ipv4, ipv6, uuid } = fullFormats;

/** Formats that a form may name; each is checked (JSON Schema 2020-12 leaves that open), no other is taken. */
export const formats = { date, time, 'date-time': fullFormats['date-time'], email, uri, hostname, ipv4, ipv6, uuid };
