// Feeds, site map and robots.txt; see `feeds.py`.

import { fromPython } from './python.mjs';
import { alone } from './report.mjs';

export const check = (dir) => fromPython('feeds', 'feeds.py', dir);

await alone(import.meta.url, check);
