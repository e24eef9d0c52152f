// Structured data in the pages; see `jsonld.py`.

import { fromPython } from './python.mjs';
import { alone } from './report.mjs';

export const check = (dir) => fromPython('jsonld', 'jsonld.py', dir);

await alone(import.meta.url, check);
