// Calendars for telephones and mail programs; see `calendars.py`.

import { fromPython } from './python.mjs';
import { alone } from './report.mjs';

export const check = (dir) => fromPython('calendars', 'calendars.py', dir);

await alone(import.meta.url, check);
