/** What `npm run bench:server` and `npm run bench:anchors` compare Sideline with, installed where it is missing. */
import { join } from 'node:path';
import { installPackages } from '#testing/install-packages.ts';

installPackages(join(import.meta.dirname, 'peers'));
