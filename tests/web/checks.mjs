// The checks, in the order in which they run.

import * as html from './html.mjs';
import * as files from './files.mjs';
import * as links from './links.mjs';
import * as feeds from './feeds.mjs';
import * as calendars from './calendars.mjs';
import * as jsonld from './jsonld.mjs';
import * as budget from './budget.mjs';
import * as noscript from './noscript.mjs';
import * as keyboard from './keyboard.mjs';
import * as tables from './tables.mjs';
import * as walks from './walks.mjs';
import * as bare from './bare.mjs';
import * as print from './print.mjs';
import * as axe from './axe.mjs';
import * as lighthouse from './lighthouse.mjs';

export const CHECKS = {
  html: html.check,
  files: files.check,
  links: links.check,
  feeds: feeds.check,
  calendars: calendars.check,
  jsonld: jsonld.check,
  budget: budget.check,
  noscript: noscript.check,
  keyboard: keyboard.check,
  tables: tables.check,
  walks: walks.check,
  bare: bare.check,
  print: print.check,
  axe: axe.check,
  lighthouse: lighthouse.check,
};
