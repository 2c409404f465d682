import { it } from 'vitest';

it.skip('the server on PostgreSQL: needs PostgreSQL, see above', () => {});
